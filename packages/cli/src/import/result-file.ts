import type { FileHandle } from "node:fs/promises";
import { constants, open, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { CommandError, usageError } from "../command-error.ts";
import { failureReason } from "../csv/failure-reason.ts";
import { ExitCode } from "../exit-code.ts";
import type { ProcessLock } from "./process-lock.ts";
import { lockFile } from "./process-lock.ts";
import type { ImportIdentity, ResultHeader, ResultLine } from "./result-lines.ts";
import { applyLine, assertSameImport, isSameImport, parseHeader } from "./result-lines.ts";
import type { RowStates } from "./row-states.ts";

const CHUNK_BYTES = 65_536;
const MAX_LINE_BYTES = 1_048_576;
/** How every result file begins. */
const START = '{"import":1,';
const { O_APPEND, O_CREAT, O_NONBLOCK = 0, O_RDONLY, O_RDWR } = constants;

/** The result file of an import: JSON lines that are only appended. */
export interface ResultFile {
  /** Whether the file has results of an earlier run. */
  readonly isResumed: boolean;
  /**
   * Appends lines. The promise resolves when they are written; with `durable` when they are on the disk.
   *
   * @throws CommandError if they cannot be written, or another process wrote to the file. All later appends fail as well.
   */
  append(lines: readonly ResultLine[], durable?: "durable"): Promise<void>;
  /** Writes everything to the disk and releases the file. */
  close(): Promise<void>;
}

/**
 * Opens the result file of an import, or creates it. Of an existing file the last line is removed if it was cut off; its
 * results are entered in `states`. A new file without any result is removed when it is closed.
 *
 * @throws CommandError if the file cannot be written, belongs to another import, is damaged, or is in use by another process.
 */
export async function openResultFile(file: string, header: ResultHeader, states: RowStates): Promise<ResultFile> {
  const handle = await opened(file, O_RDWR | O_APPEND | O_CREAT);
  let lock: ProcessLock | undefined;
  try {
    await assertRegular(file, handle);
    lock = await locked(file);
    const { end, lines } = await readResults(file, handle, { identity: header, states });
    const { size } = await handle.stat();
    if (end < size) await handle.truncate(end);
    if (end === 0) await syncFolder(path.dirname(file));
    const appender = lineAppender(file, handle, end);
    let isEmpty = end === 0;
    return {
      isResumed: lines > 1,
      append(results, durable) {
        const first = isEmpty ? [header] : [];
        isEmpty = false;
        const text = [...first, ...results].map((line) => `${JSON.stringify(line)}\n`).join("");
        return appender.append(text, durable !== undefined);
      },
      async close() {
        try {
          if (isEmpty) await rm(file, { force: true });
          else await appender.append("", true).catch(() => undefined);
        } finally {
          await handle.close();
          await lock?.release();
        }
      },
    };
  } catch (error) {
    await handle.close();
    await lock?.release();
    throw error;
  }
}

/**
 * Reads the results of an earlier run, without changing the file.
 *
 * @returns whether there is a file with results.
 * @throws CommandError if the file belongs to another import or is damaged.
 */
export async function peekResults(file: string, identity: ImportIdentity, states: RowStates): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await opened(file, O_RDONLY);
  } catch (error) {
    if ((error as { cause?: NodeJS.ErrnoException }).cause?.code === "ENOENT") return false;
    throw error;
  }
  try {
    await assertRegular(file, handle);
    return (await readResults(file, handle, { identity, states })).lines > 1;
  } finally {
    await handle.close();
  }
}

async function opened(file: string, flags: number): Promise<FileHandle> {
  try {
    return await open(file, flags | O_NONBLOCK, 0o600);
  } catch (error) {
    const advice = flags === O_RDONLY ? "" : ". Name another file with --results";
    const message = `the result file ${file} cannot be ${flags === O_RDONLY ? "read" : "written"}: ${failureReason(error)}${advice}`;
    throw new CommandError(message, ExitCode.failure, { cause: error });
  }
}

async function assertRegular(file: string, handle: FileHandle): Promise<void> {
  if (!(await handle.stat()).isFile()) throw usageError(`the result file ${file} is not a regular file`);
}

async function locked(file: string): Promise<ProcessLock> {
  const lock = await lockFile(await realpath(file));
  if ("release" in lock) return lock;
  const holder = lock.pid === undefined ? "another process" : `process ${lock.pid}`;
  throw usageError(`the result file ${file} is in use by ${holder}: wait until that import ends`);
}

/**
 * Reads all complete lines. A file of another import in which nothing but its first line is written counts as empty, because
 * nothing was sent.
 */
async function readResults(
  file: string,
  handle: FileHandle,
  { identity, states }: { identity: ImportIdentity; states: RowStates },
): Promise<{ readonly end: number; readonly lines: number }> {
  let header: ResultHeader | undefined;
  let rest = Buffer.alloc(0);
  let end = 0;
  let lines = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, end + rest.length);
    if (bytesRead === 0) break;
    rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10)) {
      const text = rest.toString("utf8", 0, at);
      rest = rest.subarray(at + 1);
      end += at + 1;
      lines += 1;
      if (header === undefined) header = parseHeader(file, text);
      else {
        if (lines === 2) assertSameImport(file, header, identity);
        applyLine(file, { text, number: lines }, states);
      }
    }
    // What is no result file and has no line break must not be taken for a line that was cut off.
    const isOther = lines === 0 && !START.startsWith(rest.toString("utf8", 0, START.length));
    if (isOther || rest.length > MAX_LINE_BYTES) {
      throw usageError(`${file} is not a result file of an import: name another file with --results`);
    }
  }
  const isOther = lines === 1 && header !== undefined && !isSameImport(header, identity);
  return isOther ? { end: 0, lines: 0 } : { end, lines };
}

interface LineAppender {
  append(text: string, isDurable: boolean): Promise<void>;
}

/** Appends texts one after the other; those that come while one is written are written together. */
function lineAppender(file: string, handle: FileHandle, start: number): LineAppender {
  let size = start;
  let queued: { text: string; isDurable: boolean; done: Promise<void> } | undefined;
  let last: Promise<void> = Promise.resolve();
  let failure: CommandError | undefined;
  const write = async (text: string, isDurable: boolean) => {
    if (failure) throw failure;
    try {
      // Before rows are sent, not for each result.
      const found = isDurable ? await handle.stat() : undefined;
      if (found && found.size !== size) throw new Error("another process wrote to it");
      const bytes = Buffer.from(text);
      for (let from = 0; from < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, from);
        from += bytesWritten;
        size += bytesWritten;
      }
      if (isDurable) await handle.datasync();
    } catch (error) {
      failure = new CommandError(
        `the result file ${file} cannot be written: ${failureReason(error)}`,
        ExitCode.failure,
      );
      throw failure;
    }
  };
  return {
    append(text, isDurable) {
      if (queued) {
        queued.text += text;
        queued.isDurable ||= isDurable;
        return queued.done;
      }
      const next = { text, isDurable, done: Promise.resolve() };
      const before = last.catch(() => undefined);
      next.done = before.then(() => {
        queued = undefined;
        return write(next.text, next.isDurable);
      });
      queued = next;
      last = next.done;
      return next.done;
    },
  };
}

/** Writes the entry of a new file to the disk, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
