import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";

/** Which file it is, and how much of it is known. */
export interface FilePlace {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
}

const { O_NOFOLLOW = 0, O_WRONLY } = constants;

/**
 * Adds bytes to the end of a file, all or none of them.
 *
 * @returns the file after it, or undefined when it is not the file of that size any more and was left alone.
 */
export function appendToFile(
  file: string,
  { dev, ino, size }: FilePlace,
  pieces: Iterable<Uint8Array>,
): FilePlace | undefined {
  const descriptor = openFile(file);
  if (descriptor === undefined) return undefined;
  try {
    const found = fstatSync(descriptor);
    if (found.dev !== dev || found.ino !== ino || found.size !== size) return undefined;
    const written = writeAll(descriptor, pieces, size);
    return { dev, ino, size: size + written };
  } finally {
    closeSync(descriptor);
  }
}

/** A file that is gone, was replaced by something else or may not be written is not opened. */
function openFile(file: string): number | undefined {
  try {
    return openSync(file, O_WRONLY | O_NOFOLLOW);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "ELOOP", "EISDIR", "EACCES", "EPERM"].includes(code)) return undefined;
    throw error;
  }
}

function writeAll(descriptor: number, pieces: Iterable<Uint8Array>, size: number): number {
  let written = 0;
  try {
    for (const piece of pieces) {
      for (let from = 0; from < piece.length; ) {
        from += writeSync(descriptor, piece, from, piece.length - from, size + written + from);
      }
      written += piece.length;
    }
    return written;
  } catch (error) {
    cut(descriptor, size);
    throw error;
  }
}

/** A file that cannot be cut is longer than it is known to be, and is left alone from then on. */
function cut(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {
    // The error that led here is the one to tell.
  }
}
