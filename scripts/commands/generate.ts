/** Writes every file that is derived from the spec and removes derived files nothing derives any more. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { derive } from "../generate/derive.ts";
import { derivedFilesOnDisk } from "../generate/derived-files.ts";
import { explainFault } from "./exit-on-spec-error.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = await derive(path.join(root, "spec")).catch(explainFault);
let written = 0;
for (const [name, content] of files) {
  const file = path.join(root, name);
  if ((await readFile(file, "utf8").catch(() => undefined)) === content) continue;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  written += 1;
}
for (const name of await derivedFilesOnDisk(root)) {
  if (!files.has(name)) await rm(path.join(root, name));
}
console.log(`${files.size} derived files, ${written} written`);
