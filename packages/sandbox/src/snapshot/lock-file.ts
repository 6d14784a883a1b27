import { closeSync, constants, fstatSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { ProcessIdentity } from "./process-identity.ts";

/** Who has a lock. */
export interface LockHolder extends ProcessIdentity {
  /** ISO 8601. */
  readonly since: string;
  /** A UUID that no other holder has. */
  readonly token: string;
}

/** The token of a lock whose creator was stopped before it had written its name. */
export const UNNAMED = "00000000-0000-0000-0000-000000000000";

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY } = constants;
const MOST_BYTES = 4096;
/** How often, and at what distance, a lock without a name is looked at: its creator writes the name at once. */
const LOOKS = 20;
const LOOK_MS = 10;

/** Creates a lock unless there is one; there is none half-written when this fails. */
export function createLockFile(file: string, holder: LockHolder): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    const bytes = Buffer.from(`${JSON.stringify(holder)}\n`);
    if (writeSync(descriptor, bytes) < bytes.length) throw new Error(`${file} could only be written in part`);
    return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Who has a lock, or undefined when there is none.
 *
 * @throws Error when the file is something else.
 */
export function readLockFile(file: string): LockHolder | undefined {
  for (let look = 1; ; look += 1) {
    const text = read(file);
    if (text === undefined) return undefined;
    const holder = parsed(text);
    if (holder !== undefined) return holder;
    if (look < LOOKS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
    else if (text === "") return { pid: 0, host: "", bootedAt: 0, since: "", token: UNNAMED };
    else throw new Error(`${file} is not the lock of a sandbox: move it away`);
  }
}

function read(file: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    const found = code === "ELOOP" ? "a symbolic link" : `not readable (${code})`;
    throw new Error(`${file} is ${found}: move it away`, { cause: error });
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error(`${file} is not a file: move it away`);
    const bytes = Buffer.alloc(MOST_BYTES);
    return bytes.toString("utf8", 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function parsed(text: string): LockHolder | undefined {
  try {
    const { pid, host, since, token, ...rest } = JSON.parse(text) as Partial<LockHolder>;
    const isWhole =
      Number.isSafeInteger(pid) && Number(pid) > 0 && typeof host === "string" && typeof since === "string";
    const isNamed = typeof token === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(token);
    return isWhole && isNamed ? ({ pid, host, since, token, ...rest } as LockHolder) : undefined;
  } catch {
    return undefined;
  }
}
