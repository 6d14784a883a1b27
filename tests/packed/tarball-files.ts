import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/**
 * Lists the files of an npm tarball, read from the bytes that are published: pnpm's own list leaves out the licence it
 * adds.
 *
 * @throws Error for an entry that is not a plain file below `package/`, such as a link.
 */
export function tarballFiles(file: string): string[] {
  const bytes = gunzipSync(readFileSync(file));
  const files: string[] = [];
  for (let at = 0; bytes[at] !== undefined && bytes[at] !== 0; ) {
    const text = (from: number, length: number) =>
      bytes
        .subarray(at + from, at + from + length)
        .toString("utf8")
        .replace(/\0.*$/s, "");
    const name = [text(345, 155), text(0, 100)].filter(Boolean).join("/");
    const kind = text(156, 1);
    if (kind !== "0" && kind !== "") throw new Error(`${name} is not a plain file (kind ${kind})`);
    if (!name.startsWith("package/")) throw new Error(`${name} is not below package/`);
    files.push(name.slice("package/".length));
    at += BLOCK + Math.ceil(Number.parseInt(text(124, 12), 8) / BLOCK) * BLOCK;
  }
  return files;
}
