import { readdir } from "node:fs/promises";
import path from "node:path";

/** Lists the `.gen.ts` files and the bundled document that are on disk, relative to the root. */
export async function derivedFilesOnDisk(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(path.join(root, "packages"))) {
    const source = path.join(root, "packages", name, "src");
    const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.endsWith(".gen.ts")) found.push(path.relative(root, path.join(entry.parentPath, entry.name)));
    }
  }
  return [...found, "packages/types/openapi.json"].map((name) => name.replaceAll(path.sep, "/"));
}
