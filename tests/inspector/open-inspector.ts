import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { RunningSandbox, StartSandboxOptions } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { openChromium } from "../support/open-chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The page of a sandbox in a browser. */
export interface OpenInspector {
  readonly page: Page;
  readonly sandbox: RunningSandbox;
  /**
   * The test fails after errors in the console, which are also those of the content security policy, exceptions, failed
   * requests, and requests to other hosts. These are expected instead: a status of a response, or a pattern of the message.
   * Each must occur.
   */
  readonly expectTroubles: (...expected: readonly (number | RegExp)[]) => void;
  /** Shows an address of the page, such as `/?view=leads`, and waits until it knows the state of the sandbox. */
  readonly show: (address: string) => Promise<void>;
}

let browser: Browser | undefined;
const open: {
  readonly inspector: OpenInspector;
  readonly troubles: readonly string[];
  readonly expected: readonly RegExp[];
  readonly close: () => Promise<void>;
}[] = [];

/** Starts a sandbox and opens its page. Both are closed after the test. */
export async function openInspector(
  options: StartSandboxOptions = {},
  context: BrowserContextOptions = {},
): Promise<OpenInspector> {
  browser ??= await openChromium();
  const sandbox = await startSandbox(options);
  const opened = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    timezoneId: "Europe/Berlin",
    ...context,
  });
  const page = await opened.newPage();
  const troubles: string[] = [];
  const expected: RegExp[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${sandbox.url}/`)) troubles.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  const inspector: OpenInspector = {
    page,
    sandbox,
    expectTroubles(...given) {
      const patterns = given.map((each) =>
        typeof each === "number" ? new RegExp(`^${each}: |status of ${each} `) : each,
      );
      expected.push(...patterns);
    },
    async show(address) {
      await page.goto(sandbox.url + address);
      await page.waitForSelector("[data-testid=now]");
    },
  };
  open.push({
    inspector,
    troubles,
    expected,
    async close() {
      await opened.close();
      await sandbox.close();
    },
  });
  return inspector;
}

/** The violations that axe finds on the page as it is. */
export async function accessibilityViolations({ page }: OpenInspector): Promise<string[]> {
  // Not a script element: the policy of the page forbids it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => {
    const { axe: checker } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return checker.run();
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
  );
}

/** The ids that more than one element has: a label would belong to the wrong field. */
async function repeatedIds({ page }: OpenInspector): Promise<string[]> {
  if (page.isClosed()) return [];
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

afterEach(async () => {
  const closing = open.splice(0);
  const repeated = await Promise.all(closing.map(({ inspector }) => repeatedIds(inspector)));
  for (const { close } of closing) await close();
  for (const { troubles, expected } of closing) {
    expect(troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)))).toEqual([]);
    expect(expected.filter((pattern) => !troubles.some((trouble) => pattern.test(trouble)))).toEqual([]);
  }
  expect(repeated.flat()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  browser = undefined;
});
