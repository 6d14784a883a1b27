import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { createSandbox } from "@modulex-instantly/sandbox";

/** A sandbox with a snapshot file, and enough leads that writing it takes a while. */
const program = `
import { startSandbox } from "@modulex-instantly/sandbox";
const sandbox = await startSandbox({ snapshotFile: process.argv[1], limits: "off" });
if (process.argv[2] === "first") sandbox.generateLeads({ count: 4000 });
console.log(JSON.stringify({ url: sandbox.url, key: sandbox.keys.full }));
`;

/** The results for the snapshots. */
export interface KillReport {
  /** Processes that were killed while they wrote a snapshot. */
  readonly killed: number;
  /** Snapshots that were unreadable afterwards. */
  readonly corrupt: number;
  /** Writes that had succeeded and were lost afterwards. */
  readonly lost: number;
}

/** Kills sandboxes with SIGKILL while they write a snapshot, and starts each again from its file. */
export async function killWhileWriting(times: number): Promise<KillReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "sandbox-kill-"));
  const file = path.join(folder, "state.snapshot");
  const succeeded = new Set<string>();
  let killed = 0;
  let corrupt = 0;
  try {
    for (let round = 0; killed < times; round += 1) {
      if (round > 4 * times) throw new Error(`only ${killed} of ${round} kills hit while a snapshot was written`);
      await killOne(file, round, succeeded);
      // The temporary file is renamed once it is complete, so the process was killed while it wrote this one.
      if (existsSync(`${file}.writing`)) killed += 1;
      if (!isReadable(file)) {
        corrupt += 1;
        rmSync(file, { force: true });
        succeeded.clear();
      }
    }
    return { killed, corrupt, lost: await countLost(file, succeeded) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes to a sandbox until it is killed while it writes a snapshot, and records the successful writes. */
async function killOne(file: string, round: number, succeeded: Set<string>): Promise<void> {
  const args = [file, existsSync(file) ? "again" : "first"];
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, ...args], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    const { url, key } = await readAddress(child);
    const writers = [0, 1, 2].map(async (writer) => {
      for (let number = 0; ; number += 1) {
        const name = `${round}-${writer}-${number}`;
        if (!(await createList(url, key, name).catch(() => false))) return;
        succeeded.add(name);
      }
    });
    await sleep(15 + Math.random() * 60);
    const deadline = performance.now() + 2_000;
    while (!existsSync(`${file}.writing`) && performance.now() < deadline) await sleep(0);
    child.kill("SIGKILL");
    await Promise.all([ended, ...writers]);
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}

async function readAddress(child: ChildProcess): Promise<{ url: string; key: string }> {
  if (!child.stdout) throw new Error("the sandbox has no output");
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error("the sandbox exited before it printed its URL");
}

async function createList(url: string, key: string, name: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const response = await fetch(`${url}/api/v2/lead-lists`, { method: "POST", headers, body: JSON.stringify({ name }) });
  await response.arrayBuffer();
  return response.ok;
}

function isReadable(snapshotFile: string): boolean {
  try {
    createSandbox({ snapshotFile });
    return true;
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
}

/** Counts the successful writes that the API no longer lists. */
async function countLost(snapshotFile: string, succeeded: ReadonlySet<string>): Promise<number> {
  const sandbox = createSandbox({ snapshotFile, limits: "off" });
  const missing = new Set(succeeded);
  const headers = { authorization: `Bearer ${sandbox.keys.full}` };
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor === undefined ? {} : { starting_after: cursor }) });
    const response = await sandbox.fetch(`http://localhost/api/v2/lead-lists?${query}`, { headers });
    const page = (await response.json()) as { items: { name: string }[]; next_starting_after?: string };
    for (const { name } of page.items) missing.delete(name);
    cursor = page.next_starting_after;
  } while (cursor !== undefined);
  return missing.size;
}
