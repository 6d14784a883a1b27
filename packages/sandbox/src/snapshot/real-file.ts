import { readlinkSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/**
 * The path of a file without symbolic links, so that it is the same by whichever path it was named. The file may be missing.
 *
 * @throws Error when it is no regular file.
 */
export function realFile(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return missingFile(file);
  if (!found.isFile()) throw new Error(found.isDirectory() ? "it is a folder" : "it is not a regular file");
  return realpathSync.native(file);
}

function missingFile(file: string): string {
  const target = linkTarget(file);
  if (target !== undefined) return realFile(path.resolve(path.dirname(file), target));
  const folder = path.dirname(file);
  return statSync(folder, { throwIfNoEntry: false }) === undefined
    ? file
    : path.join(realpathSync.native(folder), path.basename(file));
}

/** Where a symbolic link points to that leads nowhere. */
function linkTarget(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}
