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
import type { FilePlace } from "./append-to-file.ts";

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDONLY, O_WRONLY } = constants;
const PIECE_CHARACTERS = 1_048_576;
/** The endings of drafts, and of claims to a lock. */
const LEFT = /^(?:\.writing(?:-[0-9a-f]{32})?|\.lock(?:\.[0-9a-f]{8})+)$/;

/**
 * Writes a file anew by way of a draft: whenever this is interrupted, the old file or the new one is there, whole. When it
 * fails, no draft is left. A new file is for its owner alone; one that was there keeps its owner and its permissions.
 */
export function replaceFile(file: string, lines: Iterable<string>): FilePlace {
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

/** Removes what killed processes have left beside a file, if it can. Only the one that has its lock may do so. */
export function removeDrafts(file: string): void {
  const { dir, base } = path.parse(file);
  try {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const ending = entry.name.startsWith(base) ? entry.name.slice(base.length) : "";
      if (entry.isFile() && LEFT.test(ending)) rmSync(path.join(dir, entry.name), { force: true });
    }
  } catch {
    // They only take room.
  }
}

function writeDraft(file: string, descriptor: number, lines: Iterable<string>): FilePlace {
  try {
    for (const piece of pieces(lines)) writeFileSync(descriptor, piece);
    keepPermissions(file, descriptor);
    fsyncSync(descriptor);
    return fstatSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The lines, ended, in pieces that are quick to write. */
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

/** Without the same owner and group the same permissions would let in others. */
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

/** Puts the new name on the disk; Windows cannot and need not. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
