import { readdir } from "node:fs/promises";
import path from "node:path";

const FOREIGN = ["node_modules", "dist"];

/** Lists the `.gen.ts` files anywhere in the packages and the bundled document, relative to the root. */
export async function derivedFilesOnDisk(root: string): Promise<string[]> {
  const found = await generatedIn(path.join(root, "packages"));
  return [...found.map((file) => path.relative(root, file).replaceAll(path.sep, "/")), "packages/types/openapi.json"];
}

async function generatedIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = entries.map((entry) => {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) return FOREIGN.includes(entry.name) ? [] : generatedIn(file);
    return entry.name.endsWith(".gen.ts") ? [file] : [];
  });
  return (await Promise.all(found)).flat();
}
