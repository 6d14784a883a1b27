import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox, StartSandboxOptions } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openChromium } from "../support/open-chromium.ts";

/** A name that nobody may look up. */
export const NAME: string = "hostile-sender.test";

let browser: Browser;
let server: Server;
let folder: string;
/** The connections and requests that a mail has made to the server that it names. */
export const received: string[] = [];
const close: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
  // What the browser does on the network, name lookups included.
  browser = await openChromium([`--log-net-log=${path.join(folder, "net.json")}`]);
  server = createServer((request, response) => {
    received.push(request.url ?? "");
    response.end();
  });
  server.on("connection", () => received.push("connection"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await browser.close();
  for (const each of close) await each();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

export interface Opened {
  readonly page: Page;
  readonly sandbox: RunningSandbox;
  readonly client: InstantlyClient;
  /** Whatever a mail has reached: other hosts, windows, dialogs, downloads, scripts. */
  readonly reached: string[];
}

/** Opens a sandbox in a browser in which everything that a mail reaches is noted. */
export async function openHostile(options: StartSandboxOptions = {}): Promise<Opened> {
  const sandbox = await startSandbox({ scenario: "replies", ...options });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const reached: string[] = [];
  const noteOthers = (request: Request): void => {
    const isOwn = request.url().startsWith(`${sandbox.url}/`) || request.url().startsWith("data:");
    // What the policy stops before it leaves is reported as a failed request.
    const isStopped = /^(csp|origin|net::ERR_(ABORTED|BLOCKED_BY_\w+))$/.test(request.failure()?.errorText ?? "");
    if (!isOwn && !isStopped) reached.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  };
  context.on("requestfinished", noteOthers);
  context.on("requestfailed", noteOthers);
  context.on("page", () => reached.push("window"));
  page.on("dialog", (dialog) => {
    reached.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("download", () => reached.push("download"));
  page.on("pageerror", (error) => reached.push(`thrown: ${error.message}`));
  page.on("console", (message) => {
    // That something was blocked is what is expected.
    const isBlocked = /Content Security Policy|sandboxed|Blocked|Unsafe attempt|ERR_BLOCKED|403/.test(message.text());
    if (!isBlocked) reached.push(`console: ${message.text()}`);
  });
  close.push(() => sandbox.close());
  const client = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
  return { page, sandbox, client, reached };
}

/** Sends a manual reply with the real API. */
export async function replyWith(
  { client }: Opened,
  subject: string,
  body: { html?: string; text?: string },
  more: object = {},
): Promise<string> {
  const [email] = (await client.emails.list({ email_type: "received" })).items;
  const reply = { reply_to_uuid: email?.id ?? "", eaccount: email?.eaccount ?? "", subject, body, ...more };
  return (await client.emails.reply(reply)).id;
}

/** The title of the page, or what a script of a mail has left. */
export const pwned = (page: Page): Promise<unknown> =>
  page.evaluate(() => (window as { pwned?: unknown }).pwned ?? document.title);

/** Shows a mail in a tab. */
export async function showMail({ page, sandbox }: Opened, id: string, tab = "html"): Promise<void> {
  await page.goto(`${sandbox.url}/?view=mails&mail=${id}&tab=${tab}`);
  await page.getByRole("region", { name: "Mail" }).getByRole("heading", { level: 2 }).waitFor();
}

/** Neither the page nor the list nor the mail is wider than its place. */
export async function isInPlace(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".mails-panel, .virtual-list")].every(
      (element) => element.scrollWidth <= element.clientWidth,
    ),
  );
}

/** The address of the server that hostile mails name. */
export function hostileServer(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Closes the browser, which writes the end of its log, and returns the log. */
export async function networkLog(): Promise<string> {
  await browser.close();
  return readFileSync(path.join(folder, "net.json"), "utf8");
}
