import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { FileState } from "./append-to-file.ts";

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDONLY, O_WRONLY } = constants;
const PIECE_CHARACTERS = 1_048_576;
/** The suffixes of temporary files and of claims to a lock. */
const LEFT = /^(?:\.writing(?:-[0-9a-f]{32})?|\.lock(?:\.[0-9a-f]{8})+)$/;

/**
 * Replaces a file atomically with a temporary file, which is removed on failure. A new file is readable by its owner only;
 * an existing one keeps its owner and permissions.
 */
export function replaceFile(file: string, lines: Iterable<string>): FileState {
  const draft = `${file}.writing-${randomBytes(16).toString("hex")}`;
  const descriptor = openSync(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    const place = writeDraft(file, descriptor, lines);
    renameSync(draft, file);
    syncFolder(path.dirname(file));
    return place;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Removes temporary files of killed processes, if possible. Only the holder of the lock may do so. */
export function removeDrafts(file: string): void {
  const { dir, base } = path.parse(file);
  try {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const ending = entry.name.startsWith(base) ? entry.name.slice(base.length) : "";
      if (entry.isFile() && LEFT.test(ending)) rmSync(path.join(dir, entry.name), { force: true });
    }
  } catch {
    // They only take disk space.
  }
}

function writeDraft(file: string, descriptor: number, lines: Iterable<string>): FileState {
  try {
    for (const piece of pieces(lines)) writeFileSync(descriptor, piece);
    keepPermissions(file, descriptor);
    fsyncSync(descriptor);
    return fstatSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The terminated lines in chunks that are efficient to write. */
function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = "";
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** Keeps the owner before the permissions: with another owner the same permissions would give access to others. */
function keepPermissions(file: string, descriptor: number): void {
  const before = lstatSync(file, { throwIfNoEntry: false });
  if (before === undefined || !before.isFile()) return;
  const { uid, gid } = fstatSync(descriptor);
  try {
    if (uid !== before.uid || gid !== before.gid) fchownSync(descriptor, before.uid, before.gid);
    fchmodSync(descriptor, (before.mode & 0o777) | 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}

/** Flushes the directory to disk. Windows does not support it and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
