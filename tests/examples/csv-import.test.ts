import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { besideSandbox, runExample } from "./run-example.ts";

const file = "csv-import/import.ts";
let folder = "";
let leadsFile = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "csv-import-"));
  leadsFile = path.join(folder, "leads.csv");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file with a byte order mark, quoted commas, quoted line breaks, and an empty line. */
function write(count: number): string[] {
  const emails = Array.from({ length: count }, (_, index) => `lead-${index}@brightlane.example.com`);
  const rows = emails.map((email, index) => `${email},"First\n${index}",Last,"Ltd, ${index}"`);
  writeFileSync(leadsFile, `\uFEFFemail,first_name,last_name,company\r\n${rows.join("\r\n")}\r\n\r\n`);
  return emails;
}

const run = (sandbox: RunningSandbox) => runExample(file, { sandbox, parameters: [leadsFile, "Import"] });

async function stored(sandbox: RunningSandbox): Promise<string[]> {
  const leads = await createInstantlyClient(sandbox.clientOptions).leads.iterate().collect({ max: 1_000 });
  return leads.map(({ email }) => String(email)).sort();
}

describe("the CSV import", () => {
  test("imports every row once, with its names, and a second run sends nothing", () =>
    besideSandbox("empty", async (sandbox) => {
      const emails = write(60);
      const { code, stdout, stderr } = await run(sandbox);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("60 imported, 0 imported earlier, 0 failed.");
      expect(await stored(sandbox)).toEqual([...emails].sort());
      const [lead] = await createInstantlyClient(sandbox.clientOptions)
        .leads.iterate({ search: "lead-7@brightlane.example.com" })
        .collect({ max: 1 });
      expect(lead).toMatchObject({ first_name: "First\n7", last_name: "Last", company_name: "Ltd, 7" });

      expect((await run(sandbox)).stdout).toContain("0 imported, 60 imported earlier, 0 failed.");
      expect(sandbox.journal().operations.createLead?.requests).toBe(60);
    }));

  test("continues after failures: only the rows that failed are sent again, and no lead is stored twice", () =>
    besideSandbox("empty", async (sandbox) => {
      const emails = write(30);
      // Responses that are lost after the lead is stored, and a row that is refused.
      sandbox.plan({ operation: "createLead", times: 3, fault: { kind: "drop_after_commit" } });
      sandbox.plan({ operation: "createLead", fault: { kind: "status", status: 400 } });
      const first = await run(sandbox);
      expect(first).toMatchObject({
        code: 1,
        stdout: expect.stringContaining("29 imported, 0 imported earlier, 1 fail"),
      });
      expect(first.stderr).toMatch(/^line \d+: /);
      // As if the process had been killed while it wrote the last result.
      const results = readFileSync(`${leadsFile}.results.jsonl`, "utf8");
      writeFileSync(`${leadsFile}.results.jsonl`, results.slice(0, -20));
      const second = await run(sandbox);
      expect(second, second.stderr).toMatchObject({ code: 0 });
      expect(await stored(sandbox)).toEqual([...emails].sort());
    }));

  test("names rows without an address, and stops at an error that concerns every row", () =>
    besideSandbox("empty", async (sandbox) => {
      writeFileSync(leadsFile, "email,first_name\nada@example.com,Ada\nnot an address,Bo\n");
      expect(await run(sandbox)).toMatchObject({
        code: 1,
        stderr: 'line 3: "not an address" is not an email address\n',
      });
      write(200);
      const keys = { ...sandbox.keys, full: sandbox.keys.withScopes("lead_lists:all") };
      const { code, stderr, stdout } = await run({ ...sandbox, keys });
      expect([code, stderr.includes("Stopped: createLead")]).toEqual([1, true]);
      expect(stdout).toMatch(/^0 imported, 0 imported earlier, [1-8] failed/);
    }));

  test("runs without a key, on a sandbox of its own", async () => {
    write(3);
    const { code, stdout } = await runExample(file, { parameters: [leadsFile] });
    expect([code, stdout]).toEqual([
      0,
      `3 imported, 0 imported earlier, 0 failed. See ${leadsFile}.sandbox.results.jsonl\n`,
    ]);
  });
});
