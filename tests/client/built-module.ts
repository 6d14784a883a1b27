import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";

/** Reads every module that a built file imports, however deep, as far as it belongs to the same package. */
export async function importGraph(entry: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const graph = new Map<string, readonly string[]>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (graph.has(file)) continue;
    const specifiers = importsOf(await readFile(file, "utf8"));
    graph.set(file, specifiers);
    for (const specifier of specifiers) {
      if (specifier.startsWith(".")) open.push(path.resolve(path.dirname(file), specifier));
    }
  }
  return graph;
}

/** Everything a module imports, statically or not. */
export function importsOf(source: string): readonly string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
}
