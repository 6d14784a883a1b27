import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Email, InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cli, newHome } from "./support/cli-run.ts";

const home = newHome();
let sandbox: RunningSandbox;
let client: InstantlyClient;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "replies", limits: "off" });
  client = createInstantlyClient({ ...sandbox.clientOptions });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.clearJournal();
  env = { INSTANTLY_BASE_URL: sandbox.url, INSTANTLY_API_KEY: sandbox.keys.full };
});

const run = (words: readonly string[]) => cli(words, home, { env });
/** How many requests may have changed or sent something. */
const writes = () =>
  sandbox.journal().entries.filter(({ operation }) => !/^(?:list|get)/.test(operation ?? "list")).length;

const days = { 1: true };
const schedule = {
  schedules: [{ name: "Mon", timing: { from: "09:00", to: "17:00" }, days, timezone: "America/Detroit" }],
};
const step = (delay: number, body = "Hi<br/>there") => ({ type: "email", delay, variants: [{ subject: "Hi", body }] });

/** The words that create a campaign, from a file. */
function creation(sequence: readonly object[], more: object = {}): string[] {
  const file = path.join(home, "campaign.json");
  const input = { name: "Autumn", campaign_schedule: schedule, sequences: [{ steps: sequence }], ...more };
  writeFileSync(file, JSON.stringify(input));
  return ["campaigns", "create", "--input", file];
}

describe("a sequence", () => {
  test("whose first step has a delay of 0 is refused, also in a dry run, and --skip-checks creates it", async () => {
    for (const words of [creation([step(0), step(0)]), [...creation([step(0), step(0)]), "--dry-run"]]) {
      const { code, stderr } = await run(words);
      expect(code).toBe(2);
      expect(stderr).toMatch(/sequences\[0\]\.steps\[0\]\.delay is 0, so step 2 goes out on the same day/);
    }
    expect(writes()).toBe(0);
    expect((await run([...creation([step(0), step(0)]), "--skip-checks"])).code).toBe(0);
    expect((await run(creation([step(2), step(0)]))).code).toBe(0);
    expect(writes()).toBe(2);
  });

  test("of plain texts with line breaks is refused, converted with --convert-line-breaks, or kept", async () => {
    const words = creation([step(0, "Hi {{firstName}},\n\n1 < 2 & more\nMara")]);
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/sequences\[0\]\.steps\[0\]\.variants\[0\]\.body: plain text.*--convert-line-breaks/);
    expect(writes()).toBe(0);
    const sent = async (flag: string) => {
      const { stdout } = await run([...words, flag, "--dry-run"]);
      return JSON.parse(stdout).body.sequences[0].steps[0].variants[0].body;
    };
    expect(await sent("--convert-line-breaks")).toBe("Hi {{firstName}},<br/><br/>1 &lt; 2 &amp; more<br/>Mara");
    expect(await sent("--skip-checks")).toBe("Hi {{firstName}},\n\n1 < 2 & more\nMara");
    expect((await run(creation([step(0, "Hi<br/>\n<div>there\n</div>")]))).code).toBe(0);
    expect((await run(creation([step(0, "a\nb")], { text_only: true }))).code).toBe(0);
  });

  test("with a sender that is like one of the workspace, and is none, is refused with the right one", async () => {
    const [used = ""] = (await client.campaigns.list({ limit: 1 })).items[0]?.email_list ?? [];
    const { code, stderr } = await run(creation([step(0)], { email_list: [used.replace("a", "aa")] }));
    expect(code).toBe(2);
    expect(stderr).toContain(`did you mean "${used}"?`);
    expect(writes()).toBe(0);
    expect((await run(creation([step(0)], { email_list: [used.toUpperCase()] }))).code).toBe(0);
    // It may be connected, and only be new: without the list of accounts nobody knows.
    expect((await run(creation([step(0)], { email_list: ["new.hire@elsewhere.example"] }))).code).toBe(0);
  });
});

describe("a reply", () => {
  let email: Email;
  beforeEach(async () => {
    const { items } = await client.emails.list({ limit: 100 });
    email = items.find(({ ue_type }) => ue_type === 2) as Email;
    sandbox.clearJournal();
  });

  const reply = (...more: string[]) => [
    ...[
      "emails",
      "reply",
      email.id,
      "--eaccount",
      email.eaccount,
      "--subject",
      "Re: hi",
      "--body-html",
      "On<br/>Tuesday",
    ],
    ...more,
  ];
  const sender = () => email.from_address_email ?? "";

  test("without a terminal needs --yes, and reads nothing before", async () => {
    const { code, stderr } = await run(reply());
    expect(code).toBe(2);
    expect(stderr).toMatch(/emails reply needs a confirmation.*--yes/);
    expect(sandbox.journal().entries).toEqual([]);
    expect((await run(reply("--yes"))).code).toBe(0);
    expect(writes()).toBe(1);
  });

  test("goes to whom --to names, and to nobody else", async () => {
    const { code, stderr } = await run(reply("--yes", "--to", "somebody@else.example"));
    expect(code).toBe(2);
    expect(stderr).toContain(`--to: this reply goes to ${sender()}, not to somebody@else.example. Nothing was sent`);
    expect((await run(reply("--yes", "--to", sender(), "--to", "somebody@else.example"))).code).toBe(2);
    expect((await run(reply("--yes", "--to", "somebody@else.example", "--skip-checks"))).code).toBe(2);
    expect(writes()).toBe(0);
    expect((await run(reply("--yes", "--to", sender().toUpperCase()))).code).toBe(0);
    expect(writes()).toBe(1);
  });

  test("to an email that is not found is refused, because nobody can see who would be mailed", async () => {
    const words = reply("--yes").map((word) => (word === email.id ? "01a07ae1-0000-7000-8000-000000000000" : word));
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no email with the id .* nobody can see who would be mailed/);
    expect(writes()).toBe(0);
    expect((await run([...words, "--to", sender(), "--skip-checks"])).code).toBe(2);
    // The API decides then.
    expect((await run([...words, "--skip-checks"])).code).toBe(4);
  });

  test("from an account that is none of the workspace is refused with the right one", async () => {
    const wrong = email.eaccount.replace("a", "aa");
    const words = reply("--yes").map((word) => (word === email.eaccount ? wrong : word));
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--eaccount: no campaign uses the account .*did you mean "/);
    expect(writes()).toBe(0);
  });

  test("in plain text with line breaks is refused, or sent as HTML", async () => {
    const [, , ...rest] = reply("--yes").filter((word) => !["--body-html", "On<br/>Tuesday"].includes(word));
    const words = ["emails", "reply", ...rest, "--body-text", "On Tuesday.\n\nMara"];
    expect((await run(words)).stderr).toMatch(/body_text: plain text/);
    const { stdout } = await run([...words, "--convert-line-breaks", "--dry-run"]);
    expect(JSON.parse(stdout).body.body).toEqual({ html: "On Tuesday.<br/><br/>Mara" });
  });
});

describe("an activation", () => {
  const activate = (id: string, ...more: string[]) => run(["campaigns", "activate", id, ...more]);
  const create = async (more: object) =>
    (await client.campaigns.create({ name: "x", campaign_schedule: schedule, ...more } as never)).id;

  test("without a terminal needs --yes", async () => {
    const id = await create({ email_list: ["mara@outreach.example.com"], sequences: [{ steps: [step(0)] }] });
    sandbox.clearJournal();
    expect((await activate(id)).code).toBe(2);
    expect(sandbox.journal().entries).toEqual([]);
    expect((await activate(id, "--yes")).code).toBe(0);
  });

  test.each<[string, object, RegExp]>([
    [
      "without a sending account",
      { sequences: [{ steps: [step(0)] }] },
      /no sending account, so it would send nothing/,
    ],
    [
      "whose follow-up goes out on the same day",
      { email_list: ["mara@outreach.example.com"], sequences: [{ steps: [step(0), step(0)] }] },
      /steps\[0\]\.delay is 0/,
    ],
  ])("of a campaign %s is refused", async (_, more, message) => {
    const id = await create(more);
    sandbox.clearJournal();
    const { code, stderr } = await activate(id, "--yes");
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(writes()).toBe(0);
    await activate(id, "--yes", "--skip-checks");
    expect(writes()).toBe(1);
  });

  test("of a campaign that does not exist is rejected, and for a name the error has the id", async () => {
    const id = await create({ name: "autumn" });
    sandbox.clearJournal();
    const { code, stderr } = await activate("autumn", "--yes");
    expect(code).toBe(4);
    expect(stderr).toContain(`the campaign with this name has the id ${id}`);
    expect(writes()).toBe(0);
  });
});

test("a deletion without a terminal needs --yes, and a request of an unknown effect does", async () => {
  const [campaign] = (await client.campaigns.list({ limit: 1 })).items;
  const words = ["leads", "delete", "--campaign-id", campaign?.id ?? "", "--status", "bounced"];
  expect((await run(words)).code).toBe(2);
  expect((await run(["request", "DELETE", "/api/v2/leads", "--body", '{"ids":["x"]}'])).code).toBe(2);
  expect((await run(["request", "POST", "/api/v2/accounts"])).code).toBe(2);
  expect(writes()).toBe(0);
  const { code, stdout } = await run([...words, "--yes", "--select", "count"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "1\n" });
});
