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
  importLeads({ client, file: write(text), campaign, settleMs: 0, intervalMs: 0, ...given });
const results = (name = "leads.csv.results.jsonl"): Record<string, unknown>[] =>
  readFileSync(path.join(folder, name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const creates = () => sandbox.journal().operations.createLead.requests;
const failure = (given: Promise<unknown>) =>
  given.then(
    () => "no error",
    (error: { message: string; exitCode?: number }) => `${error.exitCode}: ${error.message.replaceAll(folder, "")}`,
  );

const CSV = "Email,First Name,Company,Notes\nada@x.example.com,Ada,Cobalt,likes trains\nbela@x.example.com,Bela,,\n";

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
