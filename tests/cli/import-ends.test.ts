import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCommand } from "./support/command-process.ts";

const ROWS = 320;
let folder = "";
let sandbox: RunningSandbox;
let client: InstantlyClient;
let list = "";
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "import-ends-"));
  sandbox = await startSandbox({ limits: "off" });
  client = createInstantlyClient(sandbox.clientOptions);
  ({ id: list } = await client.leadLists.create({ name: "Autumn" }));
  const rows = Array.from({ length: ROWS }, (_, index) => `lead${index}@x.example.com,"Ada\nLovelace"\n`);
  writeFileSync(path.join(folder, "leads.csv"), `Email,First name\n${rows.join("")}`);
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = (): string[] => ["leads", "import", "leads.csv", "--list", list, "--yes", "--settle", "0"];
const results = (): string => path.join(folder, "leads.csv.results.jsonl");
const leads = () => client.leads.iterate({ list_id: list }).collect({ max: 9_999 });
async function untilWritten(bytes: number): Promise<void> {
  while ((statSync(results(), { throwIfNoEntry: false })?.size ?? 0) < bytes) await sleep(5);
}

/** Runs the command that a message names, as a person who copies it. */
function runNamed(stderr: string) {
  const named = /^ {2}modulex-instantly (.*)$/m.exec(stderr)?.[1] ?? "";
  return startCommand(sandbox, folder, [], { shell: (line) => `${line} ${named}` }).ended;
}

test("^C finishes the rows that are on their way, and the command that it names sends the rest", async () => {
  const first = startCommand(sandbox, folder, words());
  await untilWritten(2_000);
  first.child.kill("SIGINT");
  const { code, stderr } = await first.ended;
  expect(code).toBe(130);
  expect(stderr).toMatch(
    /interrupted: \d+ rows were not sent, and 0 are unknown\nTo go on, run:\n {2}modulex-instantly leads import leads.csv --list/,
  );
  const sent = (await leads()).length;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(ROWS);
  const rest = await runNamed(stderr);
  expect(rest).toMatchObject({ code: 0, stderr: "" });
  expect(rest.stdout).toContain(`created  ${ROWS}`);
  expect(await leads()).toHaveLength(ROWS);
  expect(sandbox.journal().operations.createLead.requests).toBe(ROWS);
});

test("a result file that cannot grow ends the import, and nothing is sent twice when it can", async () => {
  // The limit of the shell is in KiB. What is written beyond it fails, as on a full disk.
  const limited = { shell: (line: string) => `trap '' XFSZ; ulimit -f 12; exec ${line}` };
  const { code, stderr } = await startCommand(sandbox, folder, words(), limited).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /the import was stopped: the result file .* cannot be written: it may not become larger \(EFBIG\)/,
  );
  expect(statSync(results()).size).toBeLessThanOrEqual(12 * 1_024);
  const sent = (await leads()).length;
  expect(sent).toBeLessThan(ROWS);
  const again = await runNamed(stderr);
  expect(again).toMatchObject({ code: 0 });
  expect(await leads()).toHaveLength(ROWS);
  expect(sandbox.journal().operations.createLead.requests).toBe(ROWS);
  const lines = readFileSync(results(), "utf8").trimEnd().split("\n");
  expect(new Set(lines.map((line) => JSON.parse(line).row)).size).toBe(ROWS + 1);
});

test("a result file is used by one process at a time, and free once that was killed", async () => {
  sandbox.plan({ operation: "createLead", fault: { kind: "delay", delayMs: 50_000, when: "after_commit" } });
  const first = startCommand(sandbox, folder, words());
  await untilWritten(1_000);
  const second = await startCommand(sandbox, folder, words()).ended;
  expect(second.code).toBe(2);
  expect(second.stderr).toContain(`leads.csv.results.jsonl is in use by process ${first.child.pid}`);
  first.child.kill("SIGKILL");
  await first.ended;
  expect(await startCommand(sandbox, folder, words()).ended).toMatchObject({ code: 0, stderr: "" });
  expect(await leads()).toHaveLength(ROWS);
  // The delayed request counts when its response is sent. Its lead was found by reading.
  expect(sandbox.journal().operations.createLead.requests).toBeLessThanOrEqual(ROWS);
});
