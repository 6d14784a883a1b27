import { lstatSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Resolves the symbolic links of a path. The file may be missing.
 *
 * @throws Error if it is not a regular file, or a link to a missing file.
 */
export function realFile(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new Error("it is a folder");
  if (found !== undefined && !found.isFile()) throw new Error("it is not a regular file");
  if (found !== undefined) return realpathSync.native(file);
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw new Error("it is a symbolic link to nothing");
  const { dir, base } = path.parse(file);
  const isThere = statSync(dir, { throwIfNoEntry: false }) !== undefined;
  return isThere ? path.join(realpathSync.native(dir), base) : file;
}
