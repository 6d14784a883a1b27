import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** The bundled document as published. */
export const BUNDLED_DOCUMENT = "packages/types/openapi.json";

/** Files that are written by hand, except for the version of their package. */
export const FILES_WITH_VERSION: readonly string[] = [
  "packages/mcp/server.json",
  "packages/mcp/mcpb/manifest.json",
  "packages/mcp/Dockerfile",
  "packages/sandbox/Dockerfile",
];

const NOT_SEARCHED = ["node_modules", "dist"];

/** Reads the derived files on disk: every `.gen.ts` in the packages, and the bundled document, by path. */
export async function readDerivedFiles(root: string): Promise<Map<string, string>> {
  const generated = await generatedFilesIn(path.join(root, "packages"));
  const names = [
    ...generated.map((file) => path.relative(root, file).replaceAll(path.sep, "/")),
    BUNDLED_DOCUMENT,
    ...FILES_WITH_VERSION,
  ];
  const files = new Map<string, string>();
  for (const name of names) {
    const text = await readFile(path.join(root, name), "utf8").catch(() => undefined);
    if (text !== undefined) files.set(name, text);
  }
  return files;
}

/**
 * Writes the derived files that differ and removes those that are no longer derived.
 *
 * @returns the paths of the files written.
 */
export async function writeDerivedFiles(root: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const onDisk = await readDerivedFiles(root);
  const changed = [...files].filter(([name, text]) => onDisk.get(name) !== text);
  for (const [name, text] of changed) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  for (const name of onDisk.keys()) if (!files.has(name)) await rm(path.join(root, name));
  return changed.map(([name]) => name);
}

async function generatedFilesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = entries.map((entry) => {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) return NOT_SEARCHED.includes(entry.name) ? [] : generatedFilesIn(file);
    return entry.name.endsWith(".gen.ts") ? [file] : [];
  });
  return (await Promise.all(found)).flat();
}
