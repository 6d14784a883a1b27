import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";

/** The identity of a file and its size. */
export interface FileState {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
}

const { O_NOFOLLOW = 0, O_WRONLY } = constants;

/**
 * Appends bytes to a file, all or none of them.
 *
 * @returns the new state of the file, or undefined if the file was replaced or resized. It is then not modified.
 */
export function appendToFile(
  file: string,
  { dev, ino, size }: FileState,
  pieces: Iterable<Uint8Array>,
): FileState | undefined {
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

/** Opens a file; undefined if it is missing, no longer a regular file, or not writable. */
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

/** If the file cannot be truncated, its size differs from the known one, so nothing is appended to it any more. */
function cut(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {
    // The original error is thrown instead.
  }
}
