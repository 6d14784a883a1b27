import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";

/** A sandbox with a snapshot file, and enough leads that compacting it takes a while. */
const program = `
import { startSandbox } from "@modulex-instantly/sandbox";
const sandbox = await startSandbox({ snapshotFile: process.argv[1], limits: "off" });
if (process.argv[2] === "first") sandbox.generateLeads({ count: 4000 });
console.log(JSON.stringify({ url: sandbox.url, key: sandbox.keys.full }));
`;
const CAMPAIGN = {
  name: "patch 0",
  campaign_schedule: {
    schedules: [
      { name: "Mondays", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone: "Europe/Belgrade" },
    ],
  },
};
/** The patches are long, so that the file is soon compacted. */
const LONG = "long ".repeat(40_000);

/** The results of the snapshots. */
export interface KillReport {
  /** The number of processes killed during a call, so that its change may or may not be written. */
  readonly killed: number;
  /** The number of them killed while the file was compacted. */
  readonly killedDuringCompaction: number;
  /** The number of snapshots that could not be read afterwards. */
  readonly corrupt: number;
  /** The number of lost writes that had been acknowledged. */
  readonly lost: number;
}

/** The acknowledged writes of a sandbox: lists by name, and the last patch of its campaign. */
interface Acknowledged {
  readonly lists: Set<string>;
  patch: number;
}

/** Kills (SIGKILL) sandboxes while they write, every other one while it compacts its file, and restarts each. */
export async function killWhileWriting(times: number): Promise<KillReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "sandbox-kill-"));
  const file = path.join(folder, "state.snapshot");
  const acknowledged: Acknowledged = { lists: new Set(), patch: 0 };
  const counts = { killed: 0, killedDuringCompaction: 0, corrupt: 0, lost: 0 };
  try {
    for (let round = 0; counts.killed < times; round += 1) {
      if (round > 4 * times) throw new Error(`only ${counts.killed} of ${round} kills happened during a write`);
      const isCompacting = counts.killed % 2 === 1;
      const wasBusy = await killOne(file, { round, isCompacting, acknowledged });
      const hasDraft = draftsOf(file) > 0;
      if (isCompacting ? hasDraft : wasBusy) counts.killed += 1;
      if (hasDraft) counts.killedDuringCompaction += 1;
      const lost = await countLost(file, acknowledged);
      if (lost !== undefined) counts.lost += lost;
      else {
        counts.corrupt += 1;
        rmSync(file, { force: true });
      }
      if (lost !== 0) Object.assign(acknowledged, { patch: 0 }).lists.clear();
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes to a sandbox until it is killed, and records the acknowledged writes. Returns whether a call was pending. */
async function killOne(
  file: string,
  { round, isCompacting, acknowledged }: { round: number; isCompacting: boolean; acknowledged: Acknowledged },
): Promise<boolean> {
  const words = [file, existsSync(file) ? "again" : "first"];
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, ...words], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    const { url, key } = await announced(child);
    const call = caller(fetch, url, key);
    const { items } = await call<Page>("GET", "campaigns");
    const { id } = items[0] ?? (await call<Page["items"][number]>("POST", "campaigns", CAMPAIGN));
    let open = 0;
    const writer = async (write: (number: number) => Promise<void>): Promise<void> => {
      for (let number = 1; ; number += 1) {
        open += 1;
        await write(number);
        open -= 1;
      }
    };
    const lists = [0, 1].map((each) =>
      writer(async (number) => {
        const name = `${round}-${each}-${number}`;
        await call("POST", "lead-lists", { name });
        acknowledged.lists.add(name);
      }),
    );
    const patches = writer(async () => {
      const patch = acknowledged.patch + 1;
      const steps = [{ type: "email", delay: 1, variants: [{ subject: `patch ${patch}`, body: LONG }] }];
      await call("PATCH", `campaigns/${id}`, { name: `patch ${patch}`, sequences: [{ steps }] });
      acknowledged.patch = patch;
    });
    const writers = Promise.allSettled([...lists, patches]);
    await sleep(15 + Math.random() * 60);
    const deadline = performance.now() + 5_000;
    while (isCompacting !== draftsOf(file) > 0 && performance.now() < deadline) await sleep(0);
    child.kill("SIGKILL");
    const [, outcomes] = await Promise.all([ended, writers]);
    for (const outcome of outcomes) if (isRejection(outcome)) throw outcome.reason;
    return open > 0;
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}

/** The number of temporary files for this file. */
function draftsOf(file: string): number {
  const { dir, base } = path.parse(file);
  return readdirSync(dir).filter((name) => name.startsWith(`${base}.writing-`)).length;
}

async function announced(child: ChildProcess): Promise<{ url: string; key: string }> {
  if (!child.stdout) throw new Error("the sandbox has no output");
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error("the sandbox exited before it reported its URL");
}

/** A call whose response was not a success. */
class RejectedCall extends Error {}

/** Whether a writer ended although its sandbox was not killed. */
function isRejection(outcome: PromiseSettledResult<void>): outcome is PromiseRejectedResult {
  return outcome.status === "rejected" && outcome.reason instanceof RejectedCall;
}

type Caller = <Body>(method: "GET" | "PATCH" | "POST", path: string, body?: unknown) => Promise<Body>;

/** Calls that throw unless the response is a success. */
function caller(send: typeof fetch, url: string, key: string): Caller {
  return async (method, path, body) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const response = await send(`${url}/api/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new RejectedCall(`${method} ${path} failed with ${response.status} ${text}`);
    return JSON.parse(text);
  };
}

/** Counts the acknowledged writes that a sandbox with this file has lost; undefined if it rejects the file. */
async function countLost(file: string, { lists, patch }: Acknowledged): Promise<number | undefined> {
  // A copy, so that the next sandbox finds the remains of the killed one: its lock, temporary files, an incomplete
  // change.
  const snapshotFile = `${file}.copy`;
  copyFileSync(file, snapshotFile);
  let sandbox: Sandbox;
  try {
    sandbox = createSandbox({ snapshotFile, limits: "off" });
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
  const call = caller(sandbox.fetch, "http://127.0.0.1", sandbox.keys.full);
  const missing = new Set(lists);
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor === undefined ? {} : { starting_after: cursor }) });
    const page = await call<Page>("GET", `lead-lists?${query}`);
    for (const { name } of page.items) missing.delete(name);
    cursor = page.next_starting_after;
  } while (cursor !== undefined);
  const { items } = await call<Page>("GET", "campaigns");
  const found = Number(/^patch (\d+)$/.exec(items[0]?.name ?? "")?.[1] ?? 0);
  await sandbox.close();
  return missing.size + Math.max(0, patch - found);
}

interface Page {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly next_starting_after?: string;
}
