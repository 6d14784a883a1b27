import { closeSync, constants, fstatSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { ProcessIdentity } from "./process-identity.ts";

/** The holder of a lock. */
export interface LockHolder extends ProcessIdentity {
  /** ISO 8601. */
  readonly since: string;
  /** A UUID that is unique per holder. */
  readonly token: string;
}

/** The token of a lock whose creator was killed before it wrote the file. */
export const UNNAMED = "00000000-0000-0000-0000-000000000000";

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY } = constants;
const MAX_BYTES = 4096;
/** How often and at what interval an empty lock file is read again: its creator writes it immediately. */
const MAX_READS = 20;
const READ_INTERVAL_MS = 10;

/** Creates a lock file unless it exists. No partial file remains if this fails. */
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
 * Reads the holder of a lock; undefined if the file does not exist.
 *
 * @throws Error if the file is not a lock.
 */
export function readLockFile(file: string): LockHolder | undefined {
  for (let look = 1; ; look += 1) {
    const text = read(file);
    if (text === undefined) return undefined;
    const holder = parsed(text);
    if (holder !== undefined) return holder;
    if (look < MAX_READS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, READ_INTERVAL_MS);
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
    const bytes = Buffer.alloc(MAX_BYTES);
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
