import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/**
 * Lists the files of an npm tarball by reading the published bytes, because pnpm's own list omits the licence that it
 * adds.
 *
 * @throws Error for an entry that is not a plain file in `package/`, such as a link.
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
    if (!name.startsWith("package/")) throw new Error(`${name} is not in package/`);
    files.push(name.slice("package/".length));
    at += BLOCK + Math.ceil(Number.parseInt(text(124, 12), 8) / BLOCK) * BLOCK;
  }
  return files;
}
