import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createInstantlyClient } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";
import { startCommand } from "./command-process.ts";

/** What killed imports left behind. */
export interface KilledImports {
  /** The number of processes that were killed. */
  readonly killed: number;
  /** The number of them that had rows on their way. */
  readonly killedWhileSending: number;
  readonly rows: number;
  /** The number of leads that were created more often than once. */
  readonly duplicates: number;
  /** The number of requests to create a lead that was there already, which a skip flag may have kept from creating it again. */
  readonly repeated: number;
  /** The number of rows without a lead, or without a result that says so with its id. */
  readonly lost: number;
}

/**
 * Imports files with the command, and kills it (SIGKILL) at random moments until it was killed often enough. Then it lets the
 * import end, and compares the leads and the result file with the rows.
 */
export async function killImports({ times, rows }: { times: number; rows: number }): Promise<KilledImports> {
  const folder = mkdtempSync(path.join(tmpdir(), "killed-import-"));
  const sandbox = await startSandbox({ limits: "off" });
  const client = createInstantlyClient(sandbox.clientOptions);
  const counts = { killed: 0, killedWhileSending: 0, rows: 0, duplicates: 0, repeated: 0, lost: 0 };
  try {
    for (let file = 0; counts.killed < times; file += 1) {
      const { id } = await client.leadLists.create({ name: `import ${file}` });
      const emails = Array.from({ length: rows }, (_, index) => `lead${file}-${index}@x.example.com`);
      const input = path.join(folder, `${file}.csv`);
      writeFileSync(input, `Email,First name,Plan\n${emails.map((email) => `${email},Ada,pro\n`).join("")}`);
      const results = `${input}.results.jsonl`;
      for (;;) {
        const before = sizeOf(results);
        const known = linesOf(results).length;
        const run = startCommand(sandbox, folder, ["leads", "import", input, "--list", id, "--yes", "--settle", "1"]);
        if (counts.killed < times) {
          await killAtRandom(run.child, () => sizeOf(results) > before);
          if (isSending(linesOf(results).slice(known))) counts.killedWhileSending += 1;
        }
        const { code, stderr } = await run.ended;
        if (code === null) counts.killed += 1;
        else if (code === 0) break;
        else throw new Error(`the import ended with ${code}: ${stderr}`);
      }
      const found = await client.leads.iterate({ list_id: id }).collect({ max: rows * 3 });
      const ids = new Map(found.map((lead) => [lead.email, lead.id]));
      counts.rows += rows;
      counts.duplicates += found.length - ids.size;
      const created = createdRows(results);
      counts.lost += emails.filter((email) => !ids.has(email) || created.get(email) !== ids.get(email)).length;
    }
    const { requests, effects } = sandbox.journal().operations.createLead;
    return { ...counts, repeated: requests - effects };
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills a process: every other time soon after it has written, else at any time of its start. */
async function killAtRandom(child: ReturnType<typeof startCommand>["child"], hasWritten: () => boolean): Promise<void> {
  if (Math.random() < 0.2) await sleep(Math.random() * 600);
  else {
    while (!hasWritten() && child.exitCode === null) await sleep(2);
    await sleep(Math.random() * 120);
  }
  child.kill("SIGKILL");
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function linesOf(file: string): Record<string, unknown>[] {
  if (sizeOf(file) === 0) return [];
  const complete = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return complete.map((line) => JSON.parse(line));
}

/** Tells whether rows that were about to be sent have no result. */
function isSending(lines: readonly Record<string, unknown>[]): boolean {
  const open = new Set<unknown>();
  for (const { sending, row } of lines) {
    for (const each of Array.isArray(sending) ? sending : []) open.add(each);
    open.delete(row);
  }
  return open.size > 0;
}

/** The ids of the created leads by address, as the last result of each row has them. */
function createdRows(file: string): Map<unknown, unknown> {
  const results = linesOf(file).filter(({ row }) => row !== undefined);
  return new Map(results.map(({ email, status, id }) => [email, status === "created" ? id : status]));
}
