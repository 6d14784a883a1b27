import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  importLeads({ client, file: write(text), campaign, settleMs: 0, rateLimitWaitMs: 1, intervalMs: 0, ...given });
const results = (name = "leads.csv.results.jsonl"): Record<string, unknown>[] =>
  readFileSync(path.join(folder, name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const rows = () => results().filter(({ row }) => row !== undefined);
const leads = () => client.leads.iterate({ campaign }).collect({ max: 10_000 });
const creates = () => sandbox.journal().operations.createLead.requests;
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
  test("is waited for if it is the rate limit, which others may use up", async () => {
    sandbox.plan({ operation: "createLead", times: 30, fault: { kind: "status", status: 429 } });
    sandbox.plan({ operation: "listLeads", times: 6, fault: { kind: "status", status: 429 } });
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 2 });
    expect(creates()).toBe(32);
  });

  test.each([
    [401, "unauthorized"],
    [402, "payment_required"],
    [403, "forbidden"],
    [404, "not_found"],
    [429, "rate_limited"],
  ])("with status %i ends the import, and the next run sends the rest", async (status, code) => {
    sandbox.plan({ operation: "createLead", times: 1_000, fault: { kind: "status", status } });
    const report = await run(CSV);
    expect(report).toMatchObject({ created: 0, unknown: 0, remaining: 2, end: { error: { code } } });
    sandbox.clearFaults();
    expect(await run(CSV)).toMatchObject({ end: "complete", created: 2 });
    expect(await leads()).toHaveLength(2);
  });
});
