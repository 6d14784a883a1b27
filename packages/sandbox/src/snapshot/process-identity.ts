import { readFileSync, readlinkSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** What tells a process from every other one, also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When the machine was started, in seconds since 1970; a clock that is set moves it. */
  readonly bootedAt: number;
  /** The name that Linux gives to each start of the machine. */
  readonly boot?: string;
  /** Within which the number is unique: containers have their own. */
  readonly pidNamespace?: string;
  /** When the process was started, in ticks since the start of the machine. */
  readonly startTicks?: string;
}

/** Whether a process runs; `unknown` when it belongs to another machine or container. */
export type ProcessState = "running" | "ended" | "unknown";

/** So far apart are two starts of a machine, at least. */
const BOOT_SECONDS = 300;

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const pidNamespace = attempt(() => readlinkSync("/proc/self/ns/pid"));
  const startTicks = statOf(process.pid)?.startTicks;
  return {
    pid: process.pid,
    host: hostname(),
    bootedAt: Math.round(Date.now() / 1000 - uptime()),
    ...(boot === undefined ? {} : { boot }),
    ...(pidNamespace === undefined ? {} : { pidNamespace }),
    ...(startTicks === undefined ? {} : { startTicks }),
  };
}

/** Whether the process with that identity still runs, as far as this process can see. */
export function processState(identity: ProcessIdentity, own: ProcessIdentity = ownIdentity()): ProcessState {
  if (identity.host !== own.host) return "unknown";
  if (!isSameBoot(identity, own)) return "ended";
  if (identity.pidNamespace !== own.pidNamespace) return "unknown";
  if (!exists(identity.pid)) return "ended";
  const stat = statOf(identity.pid);
  if (stat === undefined) return "running";
  const isOther = identity.startTicks !== undefined && identity.startTicks !== stat.startTicks;
  return isOther || stat.isZombie ? "ended" : "running";
}

function isSameBoot(one: ProcessIdentity, other: ProcessIdentity): boolean {
  if (one.boot !== undefined && other.boot !== undefined) return one.boot === other.boot;
  return Math.abs(one.bootedAt - other.bootedAt) < BOOT_SECONDS;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** What Linux tells of a process. Its name, in parentheses, may hold anything. */
function statOf(pid: number): { readonly startTicks: string; readonly isZombie: boolean } | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
  const [state = "", startTicks] = [fields[0], fields[19]];
  return startTicks === undefined ? undefined : { startTicks, isZombie: state === "Z" || state === "X" };
}

/** What a file of the system says, or undefined where there is none. */
function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
