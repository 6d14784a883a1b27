import { readFileSync, readlinkSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** Identifies a process, also among later processes with the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** The boot time of the machine in seconds since 1970. Setting the clock changes it. */
  readonly bootedAt: number;
  /** The boot id of Linux. */
  readonly boot?: string;
  /** The pid namespace: containers have their own. */
  readonly pidNamespace?: string;
  /** The start time of the process, in ticks since boot. */
  readonly startTicks?: string;
}

/** Whether a process runs; `unknown` if it belongs to another machine or container. */
export type ProcessState = "running" | "ended" | "unknown";

/** The minimum time between two boots of a machine. */
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

/** Whether the process with an identity still runs, as far as this process can determine. */
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

/** The state of a process in `/proc`. Its name, in parentheses, can contain any character. */
function statOf(pid: number): { readonly startTicks: string; readonly isZombie: boolean } | undefined {
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
  const [state = "", startTicks] = [fields[0], fields[19]];
  return startTicks === undefined ? undefined : { startTicks, isZombie: state === "Z" || state === "X" };
}

/** The result of a read; undefined if it fails. */
function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
