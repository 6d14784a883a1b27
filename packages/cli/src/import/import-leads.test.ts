import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LeadImport } from "./import-leads.ts";
import { importLeads } from "./import-leads.ts";

let folder = "";
let sandbox: Sandbox;
let client: InstantlyClient;
let campaign = "";
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "import-leads-"));
  sandbox = createSandbox();
  client = createInstantlyClient(sandbox.clientOptions);
  const days = { "1": true };
  const schedule = {
    name: "Mondays",
    timing: { from: "09:00", to: "17:00" },
    days,
    timezone: "Europe/Belgrade",
  } as const;
  ({ id: campaign } = await client.campaigns.create({ name: "Spring", campaign_schedule: { schedules: [schedule] } }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string | Uint8Array, name = "leads.csv"): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
const run = (text: string | Uint8Array, given: Partial<LeadImport> = {}) =>
  importLeads({ client, file: write(text), campaign, settleMs: 0, ...given });
const results = (name = "leads.csv.results.jsonl"): Record<string, unknown>[] =>
  readFileSync(path.join(folder, name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const rows = () => results().filter(({ row }) => row !== undefined);
const leads = () => client.leads.iterate({ campaign }).collect({ max: 10_000 });
const creates = () => sandbox.journal().operations.createLead.requests;
const failure = (given: Promise<unknown>) =>
  given.then(
    () => "no error",
    (error: { message: string; exitCode?: number }) => `${error.exitCode}: ${error.message.replaceAll(folder, "")}`,
  );

const CSV = "Email,First Name,Company,Notes\nada@x.example.com,Ada,Cobalt,likes trains\nbela@x.example.com,Bela,,\n";

describe("an import", () => {
  test("creates a lead for each row and writes its id", async () => {
    expect(await run(CSV)).toMatchObject({ end: "complete", rows: 2, created: 2, skipped: 0, rejected: 0, unknown: 0 });
    const found = await leads();
    expect(found).toMatchObject([
      { email: "ada@x.example.com", first_name: "Ada", company_name: "Cobalt", payload: { Notes: "likes trains" } },
      { email: "bela@x.example.com", first_name: "Bela" },
    ]);
    expect(found[1]?.payload).not.toHaveProperty("Notes");
    expect(rows()).toEqual([
      { row: 2, email: "ada@x.example.com", status: "created", id: found[0]?.id },
      { row: 3, email: "bela@x.example.com", status: "created", id: found[1]?.id },
    ]);
    expect(results()[0]).toMatchObject({
      import: 1,
      file: "leads.csv",
      campaign,
      columns: { Email: "email", Notes: "custom_variables.Notes" },
    });
  });

  test("that is repeated sends nothing", async () => {
    const first = await run(CSV);
    expect(await run(CSV)).toEqual({ ...first, isResumed: true });
    expect(creates()).toBe(2);
  });

  test("skips an address that the file has twice, in capitals too, and one that the campaign has", async () => {
    await client.leads.create({ campaign, email: "Bela@X.example.com" });
    const text = `${CSV}ADA@x.example.com,Ada,,\n`;
    const planned = await run(text, { dryRun: true });
    expect(existsSync(path.join(folder, "leads.csv.results.jsonl"))).toBe(false);
    expect(planned).toMatchObject({ end: "complete", rows: 3, created: 1, skipped: 2 });
    expect(await run(text)).toEqual(planned);
    expect(rows()).toMatchObject([
      { row: 4, status: "skipped", reason: "same address as row 2" },
      { row: 3, status: "skipped", reason: "already there" },
      { row: 2, status: "created" },
    ]);
  });

  test("skips an address that is anywhere in the workspace only if it is told to", async () => {
    await client.leads.create({ email: "ada@x.example.com" });
    expect(await run(CSV, { skipIfInWorkspace: true })).toMatchObject({ created: 1, skipped: 1 });
    const other = { resultFile: path.join(folder, "other.jsonl") };
    expect(await run(CSV, other)).toMatchObject({ created: 1, skipped: 1 });
  });

  test("puts leads into a list", async () => {
    const { id } = await client.leadLists.create({ name: "Autumn" });
    expect(await run(CSV, { campaign: undefined, list: id })).toMatchObject({
      created: 2,
      target: { name: "Autumn", isActive: false },
    });
    expect(await client.leads.iterate({ list_id: id }).collect({ max: 9 })).toHaveLength(2);
  });

  test("shows all faults by row and column before anything is sent, and can leave these rows out", async () => {
    const text = "Email,Name\nada@,=1+1\n,Bela\nchidi@x.example.com,#REF!\ndana@x.example.com,Dana\n";
    const report = await run(text);
    expect(report).toMatchObject({ end: "faults", created: 0, remaining: 4, faults: { count: 4 } });
    expect(report.faults.first).toEqual([
      { row: 2, column: "Email", value: "ada@", problem: "not an email address" },
      { row: 2, column: "Name", value: "=1+1", problem: "a formula: export the values instead of the formulas" },
      { row: 3, column: "Email", value: "", problem: "no email address" },
      { row: 4, column: "Name", value: "#REF!", problem: "an error of the spreadsheet, not a value" },
    ]);
    expect(readFileSync(report.faults.file, "utf8")).toContain("2,Name,'=1+1,a formula");
    expect(creates()).toBe(0);
    expect(existsSync(path.join(folder, "leads.csv.results.jsonl"))).toBe(false);
    expect(await run(text, { skipFaulty: true })).toMatchObject({ end: "complete", created: 1, rejected: 3 });
    expect(rows()[0]).toMatchObject({
      row: 2,
      status: "rejected",
      reason: expect.stringContaining("Email: not an email address"),
    });
  });

  test("records what the API rejects, and goes on", async () => {
    sandbox.plan({ operation: "createLead", fault: { kind: "status", status: 400, message: "body/email is blocked" } });
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 1, rejected: 1 });
    expect(rows()).toContainEqual({
      row: 2,
      email: "ada@x.example.com",
      status: "rejected",
      reason: "body/email is blocked",
    });
  });

  test("that is declined sends nothing, and says what it would have sent", async () => {
    let plan: unknown;
    const report = await run(CSV, {
      confirm: async (given) => {
        plan = given;
        return false;
      },
    });
    expect(plan).toMatchObject({ leads: 2, isResumed: false, target: { name: "Spring", isActive: false } });
    expect(report).toMatchObject({ end: "declined", remaining: 2 });
    expect(creates()).toBe(0);
  });
});

describe("an open outcome", () => {
  test.each(["drop_after_commit", "truncated_body"] as const)("after %s is settled by reading", async (kind) => {
    sandbox.plan({ operation: "createLead", fault: { kind } });
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 2, unknown: 0 });
    expect(await leads()).toHaveLength(2);
    expect(creates()).toBe(2);
    expect(
      rows()
        .map(({ row, status }) => `${row} ${status}`)
        .sort(),
    ).toEqual(["2 created", "2 unknown", "3 created"]);
    expect(rows().at(-1)).toMatchObject({ row: 2, status: "created" });
  });

  test("is sent again once reading shows that nothing happened", async () => {
    sandbox.plan({ operation: "createLead", fault: { kind: "drop_before_commit" } });
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 2, unknown: 0 });
    expect(await leads()).toHaveLength(2);
    expect(creates()).toBe(3);
  });

  test("is not sent again before the time is over after which absence is a proof", async () => {
    sandbox.plan({ operation: "createLead", fault: { kind: "drop_before_commit" } });
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 300);
    const report = await run(CSV, { settleMs: 60_000, signal: stopping.signal });
    expect(report).toMatchObject({ end: "interrupted", created: 1, unknown: 1 });
    expect(creates()).toBe(2);
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 2, unknown: 0 });
    expect(await leads()).toHaveLength(2);
  });

  test("of an address that the API may store in another form stays unknown", async () => {
    const text = "email\nada+spring@x.example.com\nb%C3%A9la@exämple.example.com\n";
    await client.leads.create({ campaign, email: "ada@x.example.com" });
    sandbox.plan({ operation: "createLead", times: 2, fault: { kind: "drop_before_commit" } });
    expect(await run(text)).toMatchObject({ end: "complete", created: 0, unknown: 2 });
    expect(creates()).toBe(3);
    expect(rows().map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        "a lead with the similar address ada@x.example.com is there: check whether it is this one",
        "reading cannot show it, because the API may store this address in another form",
      ]),
    );
  });

  test("of many rows in a row ends the import", async () => {
    const text = `email\n${Array.from({ length: 240 }, (_, index) => `a${index}@x.example.com`).join("\n")}\n`;
    sandbox.plan({ operation: "createLead", times: 10_000, fault: { kind: "status", status: 502, afterCommit: true } });
    const report = await run(text);
    expect(report.end).toMatchObject({ error: { code: "server_error" } });
    expect(report.unknown).toBeGreaterThanOrEqual(20);
    expect(report.unknown + report.remaining).toBe(240);
    sandbox.clearFaults();
    expect(await run(text)).toMatchObject({ end: "complete", created: 240, unknown: 0, remaining: 0 });
    expect(await leads()).toHaveLength(240);
  });
});

describe("an error that is not about a row", () => {
  test.each([
    [401, "unauthorized"],
    [402, "payment_required"],
    [403, "forbidden"],
    [404, "not_found"],
    [429, "rate_limited"],
  ])("with status %i ends the import, and the next run sends the rest", async (status, code) => {
    sandbox.plan({ operation: "createLead", times: 100, fault: { kind: "status", status } });
    const report = await run(CSV);
    expect(report).toMatchObject({ created: 0, unknown: 0, remaining: 2, end: { error: { code } } });
    sandbox.clearFaults();
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 2 });
    expect(await leads()).toHaveLength(2);
  });
});

describe("a result file", () => {
  const resultFile = () => path.join(folder, "leads.csv.results.jsonl");

  test("that was cut off is repaired, and its open rows are settled", async () => {
    await run(CSV);
    const text = readFileSync(resultFile(), "utf8");
    for (let length = 0; length < text.length; length += 11) {
      writeFileSync(resultFile(), text.slice(0, length));
      const { created, skipped, unknown } = await run(CSV);
      expect([created + skipped, unknown], `${length} bytes`).toEqual([2, 0]);
      expect(readFileSync(resultFile(), "utf8").endsWith("\n")).toBe(true);
    }
    expect(creates()).toBe(2);
  });

  test.each<[string, string, Partial<LeadImport>, RegExp]>([
    ["content", `${CSV}x@x.example.com,,,\n`, {}, /it is for another content of "leads.csv"/],
    ["mapping", CSV, { skip: ["Notes"] }, /the column "Notes" was "custom_variables.Notes" and is null now/],
    ["flag", CSV, { skipIfInWorkspace: true }, /--skip-if-in-workspace was false and is true now/],
  ])("of another %s is refused", async (_, text, given, message) => {
    await run(CSV);
    expect(await failure(run(text, given))).toMatch(/^2: .*belongs to another import/);
    expect(await failure(run(text, given))).toMatch(message);
    expect(await failure(run(text, { ...given, dryRun: true }))).toMatch(message);
    expect(creates()).toBe(2);
  });

  test("of another campaign is refused", async () => {
    await run(CSV);
    const { id } = await client.leadLists.create({ name: "Autumn" });
    expect(await failure(run(CSV, { campaign: undefined, list: id }))).toMatch(
      /the campaign was .* and is not given now/,
    );
  });

  test.each([
    ["a text", "hello\n", /is not a result file of an import/],
    ["a text without a line break", "hello", /is not a result file of an import/],
    ["another JSON", "{}\n", /is not a result file of an import/],
    ["a later version", '{"import":2,"sha256":"x"}\n', /written by another version/],
  ])("that is %s is refused and kept", async (_, text, message) => {
    writeFileSync(resultFile(), text);
    expect(await failure(run(CSV))).toMatch(message);
    expect(readFileSync(resultFile(), "utf8")).toBe(text);
    expect(creates()).toBe(0);
  });

  test("of another import that sent nothing is used, and one that was declined is removed", async () => {
    await run(CSV);
    const [header] = readFileSync(resultFile(), "utf8").split("\n");
    writeFileSync(resultFile(), `${header?.replace(/"sha256":"\w+"/, '"sha256":"other"')}\n`);
    expect(await run(CSV)).toMatchObject({ end: "complete", isResumed: false, skipped: 2 });
    expect(results()[0]).not.toMatchObject({ sha256: "other" });
    rmSync(resultFile());
    await run(CSV, { confirm: async () => false });
    expect(existsSync(resultFile())).toBe(false);
  });

  test("with a damaged line is refused, and names it", async () => {
    await run(CSV);
    const lines = readFileSync(resultFile(), "utf8").split("\n");
    writeFileSync(resultFile(), [lines[0], '{"row":2,"stat', ...lines.slice(1)].join("\n"));
    expect(await failure(run(CSV))).toMatch(/^2: .*line 2 was changed or damaged/);
  });

  test("that cannot be written ends the import before anything is sent", async () => {
    mkdirSync(resultFile());
    expect(await failure(run(CSV))).toMatch(/^1: the result file .* cannot be written: it is a directory \(EISDIR\)/);
    expect(await failure(run(CSV, { resultFile: path.join(folder, "none", "x.jsonl") }))).toMatch(/^1: .*ENOENT/);
    expect(creates()).toBe(0);
  });

  test("is used by one import at a time", async () => {
    let second = "";
    await run(CSV, {
      confirm: async () => {
        second = await failure(importLeads({ client, campaign, file: path.join(folder, "leads.csv") }));
        return true;
      },
    });
    expect(second).toMatch(new RegExp(`^2: .*is in use by process ${process.pid}`));
    expect(creates()).toBe(2);
  });

  test("that another process writes to ends the import", async () => {
    const report = await run(CSV, {
      confirm: async () => {
        writeFileSync(resultFile(), '{"row":9,"email":"x","status":"created"}\n', { flag: "a" });
        return true;
      },
    });
    expect(report).toMatchObject({
      created: 0,
      end: { error: { exitCode: 1, message: expect.stringContaining("another process wrote to it") } },
    });
    expect(creates()).toBe(0);
  });
});
