import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { derivedFilesOnDisk } from "../../generate/derived-files.ts";

/** Reads the derived files that are on disk, contents by path. */
export async function readDerived(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of await derivedFilesOnDisk(root)) {
    const text = await readFile(path.join(root, name), "utf8").catch(() => undefined);
    if (text !== undefined) files.set(name, text);
  }
  return files;
}

/** Writes the derived files that differ and removes those nothing derives any more. @returns the paths written. */
export async function writeDerived(root: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const onDisk = await readDerived(root);
  const changed = [...files].filter(([name, text]) => onDisk.get(name) !== text);
  for (const [name, text] of changed) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  for (const name of onDisk.keys()) if (!files.has(name)) await rm(path.join(root, name));
  return changed.map(([name]) => name);
}
