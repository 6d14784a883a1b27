import path from "node:path";
import ts from "typescript";
import type { SourceFile } from "./source-files.ts";

/** An import of one source file by another, types included. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Reads all relative imports between source files: static, dynamic, re-exports, and `import type`. */
export function importsBetween(files: readonly SourceFile[]): Import[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap(({ path: from, text }) =>
    ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => ({ from, to: path.posix.join(path.posix.dirname(from), fileName) }))
      .filter(({ to }) => known.has(to)),
  );
}

/**
 * Finds import loops between the entries of each folder below a root. An entry is a file, or a subfolder with everything in
 * it, so a loop between two folders is found even if no file is part of a loop.
 *
 * @returns one line per loop: the folder, the entries of the loop, and an import for each step.
 */
export function folderLoops(imports: readonly Import[], root: string): string[] {
  const graphs = new Map<string, Map<string, Map<string, Import>>>();
  for (const found of imports) {
    const [from, to] = [found.from, found.to].map((file) => path.posix.relative(root, file).split("/"));
    if (!from || !to || from[0] === ".." || to[0] === "..") continue;
    const shared = from.findIndex((name, index) => name !== to[index]);
    const [start, end] = [from[shared], to[shared]];
    if (start === undefined || end === undefined) continue;
    const folder = path.posix.join(root, ...from.slice(0, shared));
    const graph = graphs.get(folder) ?? new Map<string, Map<string, Import>>();
    const targets = graph.get(start) ?? new Map<string, Import>();
    graphs.set(folder, graph.set(start, targets.set(end, targets.get(end) ?? found)));
  }
  return [...graphs].flatMap(([folder, graph]) => loopsOf(graph).map((loop) => `${folder}: ${describe(loop, graph)}`));
}

type Graph = ReadonlyMap<string, ReadonlyMap<string, Import>>;

/** The shortest loop through each entry that is part of one, without repeating a loop that is already found. */
function loopsOf(graph: Graph): string[][] {
  const loops: string[][] = [];
  for (const entry of [...graph.keys()].sort()) {
    if (loops.some((loop) => loop.includes(entry))) continue;
    const loop = shortestLoop(entry, graph);
    if (loop) loops.push(loop);
  }
  return loops;
}

function shortestLoop(entry: string, graph: Graph): string[] | undefined {
  const paths = [[entry]];
  const seen = new Set<string>();
  for (let next = paths.shift(); next !== undefined; next = paths.shift()) {
    for (const target of graph.get(next.at(-1) ?? "")?.keys() ?? []) {
      if (target === entry) return [...next, entry];
      if (!seen.has(target)) paths.push([...next, target]);
      seen.add(target);
    }
  }
  return undefined;
}

function describe(loop: readonly string[], graph: Graph): string {
  const steps = loop.slice(1).map((entry, index) => graph.get(loop[index] ?? "")?.get(entry));
  return `${loop.join(" -> ")} (${steps.map((step) => `${step?.from} imports ${step?.to}`).join("; ")})`;
}
