import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { constants, open } from "node:fs/promises";
import { interruptedError, usageError } from "../command-error.ts";
import { failureReason } from "./failure-reason.ts";

const CHUNK_BYTES = 65_536;

/** A regular file that is read several times, and must not change in between. */
export interface InputFile {
  readonly path: string;
  readonly size: number;
  /** The SHA-256 of the content. */
  hash(signal?: AbortSignal): Promise<string>;
  /** Reads the file from its start. */
  chunks(): AsyncGenerator<Buffer, void, undefined>;
  /**
   * Checks that the file is the one that was opened.
   *
   * @throws CommandError if it was changed.
   */
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file for reading.
 *
 * @throws CommandError if it is missing, not readable, not a regular file, or empty.
 */
export async function openInputFile(path: string): Promise<InputFile> {
  let handle: FileHandle;
  try {
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw usageError(`${path} cannot be read: ${failureReason(error)}`);
  }
  try {
    const opened = await handle.stat();
    if (opened.isDirectory()) throw usageError(`${path} is a directory: name the CSV file in it`);
    if (!opened.isFile())
      throw usageError(`${path} is not a regular file, and it is read more than once: save it first`);
    if (opened.size === 0) throw usageError(`${path} is empty: expected a row of column names and rows of leads`);
    return inputFile(path, handle, opened);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function inputFile(path: string, handle: FileHandle, opened: Stats): InputFile {
  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    for (let position = 0; ; ) {
      const { bytesRead, buffer } = await read(position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
  const read = async (position: number) => {
    try {
      return await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    } catch (error) {
      throw usageError(`${path} cannot be read: ${failureReason(error)}`);
    }
  };
  return {
    path,
    size: opened.size,
    chunks,
    async hash(signal) {
      const hash = createHash("sha256");
      for await (const chunk of chunks()) {
        if (signal?.aborted) throw interruptedError();
        hash.update(chunk);
      }
      return hash.digest("hex");
    },
    async assertUnchanged() {
      const { size, mtimeMs } = await handle.stat();
      if (size !== opened.size || mtimeMs !== opened.mtimeMs) {
        throw usageError(`${path} was changed while it was read: run the command again when it is complete`);
      }
    },
    close: () => handle.close(),
  };
}
