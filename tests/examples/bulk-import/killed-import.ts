import type { ChildProcess } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { end, openPrograms } from "./programs.ts";
import type { SandboxReport } from "./sandbox-process.ts";

/** An import with workers that are killed. */
export interface KilledImport {
  readonly folder: string;
  readonly redisUrl: string;
  readonly processes: number;
  readonly leads: number;
  /** The limit of all processes, in requests a second. */
  readonly limit: number;
  readonly kills: number;
  readonly killEveryMs: number;
  readonly lockMs: number;
}

/** A line of the result file. */
export interface Result {
  readonly line: number;
  readonly email: string;
  readonly status: string;
  readonly lead?: string;
  readonly reason?: string;
}

/** The result of such an import. */
export interface KilledImportReport extends SandboxReport {
  readonly kills: number;
  readonly seconds: number;
  readonly exitCode: number | null;
  /** Everything that the producer printed. */
  readonly output: string;
  readonly results: readonly Result[];
}

/** The result file of a CSV file. */
export async function resultsOf(file: string): Promise<Result[]> {
  const text = await readFile(`${file}.results.jsonl`, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The addresses of the leads of such an import. */
export function addressesOf(leads: number): string[] {
  return Array.from({ length: leads }, (_, index) => `lead-${index}@brightlane.example.com`);
}

/** Continues a stopped worker, and ends it when it has sent what it would still send. */
async function continueLater(worker: ChildProcess, ms: number): Promise<void> {
  await wait(ms);
  worker.kill("SIGCONT");
  await wait(1_500);
  await end(worker, "SIGKILL");
}

/** Imports leads while workers are killed at random and replaced. */
export async function importWithKills(given: KilledImport): Promise<KilledImportReport> {
  const file = path.join(given.folder, "leads.csv");
  const rows = addressesOf(given.leads).map((email, index) => `${email},Name ${index}\n`);
  await writeFile(file, `email,first_name\n${rows.join("")}`);
  const { start, report, close } = await openPrograms(given.redisUrl, {
    PROCESSES: String(given.processes),
    LIMIT: String(given.limit),
    LOCK_MS: String(given.lockMs),
    CALL_MS: String(given.lockMs - 500),
    SETTLE_MS: "500",
  });
  const workers = Array.from({ length: given.processes }, () => start("worker"));
  let kills = 0;
  let isDone = false;
  const thawed: Promise<void>[] = [];
  const killAtRandom = async () => {
    while (kills < given.kills) {
      await wait(given.killEveryMs * (0.5 + Math.random()));
      if (isDone) return;
      const index = Math.floor(Math.random() * workers.length);
      const worker = workers[index];
      // The next one takes no job before it is ready, so a kill before that would prove nothing.
      if (!worker?.output().includes("ready")) continue;
      kills += 1;
      // Every third one is stopped for so long that its jobs are given to others, and then continues where it was.
      if (kills % 3 === 0) {
        worker.child.kill("SIGSTOP");
        thawed.push(continueLater(worker.child, 2.5 * given.lockMs));
      } else await end(worker.child, "SIGKILL");
      workers[index] = start("worker");
    }
  };
  try {
    await Promise.all(workers.map((worker) => worker.prints(/ready/)));
    const startedAt = performance.now();
    const producer = start("import", { parameters: [file, "Import"] });
    const killing = killAtRandom();
    const exitCode = await producer.ended;
    const seconds = (performance.now() - startedAt) / 1_000;
    isDone = true;
    await killing;
    await Promise.all(thawed);
    return { ...(await report()), kills, seconds, exitCode, output: producer.output(), results: await resultsOf(file) };
  } finally {
    await close();
  }
}
