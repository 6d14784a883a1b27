import { lstatSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/**
 * The path of a file that may be missing, without symbolic links: the same by whichever path the file was named.
 *
 * @throws Error when it is no regular file, or a link to a file that is missing.
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
