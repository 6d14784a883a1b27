import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newHome } from "./support/cli-run.ts";
import { startTerminal } from "./support/terminal.ts";

const home = newHome();
let sandbox: RunningSandbox;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "replies", limits: "off" });
  env = { INSTANTLY_BASE_URL: sandbox.url, INSTANTLY_API_KEY: sandbox.keys.full };
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const client = () => createInstantlyClient(sandbox.clientOptions);
const CTRL_C = "\u0003";
const sends = () => sandbox.journal().operations.replyToEmail.committed;

async function replyWords(text: string): Promise<string[]> {
  const { items } = await client().emails.list({ limit: 100 });
  const email = items.find(({ lead }) => lead === "reply+interested@brightlane.example.com");
  if (!email) throw new Error("the scenario has no reply");
  sandbox.clearJournal();
  return ["emails", "reply", email.id, "--eaccount", email.eaccount, "--subject", "Re: hi", "--body-text", text];
}

describe("a reply on a terminal", () => {
  test("shows who is mailed, and is sent after a yes", async () => {
    const session = startTerminal(await replyWords("On Tuesday."), home, env);
    await session.until("Send this reply? It is mailed at once");
    expect(session.text()).toContain("To: reply+interested@brightlane.example.com");
    expect(session.text()).toContain("Text: On Tuesday.");
    expect(session.text()).toContain("Workspace: environment");
    expect(sends()).toBe(0);
    session.type("y");
    expect(await session.ended).toBe(0);
    expect(sends()).toBe(1);
    expect(session.text()).toMatch(/subject: Re: hi/);
  });

  test.each([
    ["a no", "n"],
    ["Enter, because no is the default", "\r"],
    ["^C", CTRL_C],
  ])("is not sent after %s", async (_, keys) => {
    const session = startTerminal(await replyWords("On Tuesday."), home, env);
    await session.until("Send this reply?");
    session.type(keys);
    expect(await session.ended).toBe(130);
    expect(sends()).toBe(0);
    expect(session.text()).toContain("nothing was sent");
  });

  test("with lost line breaks offers to convert them", async () => {
    const session = startTerminal(await replyWords("On Tuesday.\n\nMara"), home, env);
    await session.until("Convert: send <br/> for each line break");
    session.type("\r");
    await session.until("HTML: On Tuesday.<br/><br/>Mara");
    await session.until("Send this reply?");
    session.type("y");
    expect(await session.ended).toBe(0);
    expect(sandbox.journal().entries.find(({ operation }) => operation === "replyToEmail")?.body).toMatchObject({
      body: { html: "On Tuesday.<br/><br/>Mara" },
    });
  });
});

test("a deletion shows how many leads go, and deletes exactly these", async () => {
  const [campaign] = (await client().campaigns.list({ limit: 1 })).items;
  const session = startTerminal(["leads", "delete", "--campaign-id", campaign?.id ?? ""], home, env);
  await session.until("Delete these 8 leads? They cannot be restored.");
  expect(session.text()).toContain("| reply+interested@brightlane.example.com");
  await client().leads.create({ campaign: campaign?.id ?? "", email: "late@quill.example" });
  session.type("y");
  expect(await session.ended).toBe(0);
  const { items } = await client().leads.list({ campaign: campaign?.id ?? "" });
  expect(items.map(({ email }) => email)).toEqual(["late@quill.example"]);
});

test("an activation shows the campaign, its leads and its senders", async () => {
  sandbox.load("outreach");
  const [campaign] = (await client().campaigns.list({ limit: 1 })).items;
  const session = startTerminal(["campaigns", "activate", campaign?.id ?? ""], home, env);
  await session.until("Activate this campaign? It then mails its leads");
  expect(session.text()).toContain("Campaign: Clinics without online booking (Draft)");
  expect(session.text()).toContain("Leads: 8, 8 of them active");
  expect(session.text()).toContain("Sending accounts: mara@outreach.example.com, jon@outreach.example.com");
  session.type("y");
  expect(await session.ended).toBe(0);
  expect((await client().campaigns.list({ limit: 1 })).items[0]?.status).toBe(1);
});

test("a list is a table, and all pages have a progress bar that does not mix with it", async () => {
  sandbox.load("pages");
  const table = startTerminal(["leads", "list", "--limit", "2"], home, env);
  expect(await table.ended).toBe(0);
  expect(table.text()).toMatch(/^email +status .* id$/m);
  expect(table.text()).toContain("There may be more: --all");
  const all = startTerminal(["leads", "list", "--max", "250", "--select", "count"], home, env);
  expect(await all.ended).toBe(0);
  expect(all.text()).toMatch(/250 of 250 leads/);
  expect(all.text().trim().split("\n").at(-1)).toBe("250");
});

test("login asks for the key without showing it", async () => {
  const own = newHome();
  const session = startTerminal(["login", "--workspace", "acme", "--no-keyring"], own, {
    INSTANTLY_BASE_URL: sandbox.url,
  });
  await session.until("The API key of the workspace");
  session.type(`${sandbox.keys.full}\r`);
  expect(await session.ended).toBe(0);
  expect(session.text()).toContain("Stored the key of the profile acme");
  expect(session.text()).not.toContain(sandbox.keys.full);
  const interrupted = startTerminal(["login"], newHome(), { INSTANTLY_BASE_URL: sandbox.url });
  await interrupted.until("The API key of the workspace");
  interrupted.type(CTRL_C);
  expect(await interrupted.ended).toBe(130);
  expect(existsSync(path.join(own, ".config/modulex-instantly/profiles.json"))).toBe(true);
});

test("^C while a write is under way ends with 6 and the command that verifies it", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const arrived = new Promise((resolve) => server.once("request", resolve));
  const { port } = server.address() as AddressInfo;
  const words = ["leads", "create", "--list-id", "l-1", "--email", "ada@quill.example"];
  const session = startTerminal(words, home, { ...env, INSTANTLY_BASE_URL: `http://127.0.0.1:${port}` });
  await arrived;
  session.type(CTRL_C);
  expect(await session.ended).toBe(6);
  expect(session.text()).toContain("It is unknown whether this happened");
  expect(session.text()).toContain("modulex-instantly leads list --list-id l-1 --contacts ada@quill.example");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
