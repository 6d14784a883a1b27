import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Import } from "./import-graph.ts";
import { importsBetween } from "./import-graph.ts";
import { isTest, root, sourceFiles } from "./source-files.ts";

/** A line of the tree in docs/architecture.md. */
interface Room {
  /** The package's sources, such as `packages/client/src`. */
  readonly parent: string;
  /** Usually one folder; related small ones share a line. */
  readonly folders: readonly string[];
  readonly imports: readonly string[];
}

const MAX_LINES = 64;

function readTree(markdown: string): { readonly lines: readonly string[]; readonly rooms: readonly Room[] } {
  const lines = /```text tree\n([\s\S]*?)\n```/.exec(markdown)?.[1]?.split("\n") ?? [];
  let parent = "";
  const rooms = lines.flatMap((line): Room[] => {
    const [, indent = "", names = "", , imported = ""] =
      /^( *)((?:[\w/-]+\/(?:, )?)+) +(.+?)(?: <- (.+))?$/.exec(line) ?? [];
    if (names === "") throw new Error(`not a line of the tree: ${line}`);
    if (indent === "") {
      parent = names.replace(/\/$/, "");
      return [];
    }
    const folders = names.split(", ").map((name) => name.replace(/\/$/, ""));
    return [{ parent, folders, imports: imported.split(" ").filter(Boolean) }];
  });
  return { lines, rooms };
}

const TOP = "top";

/** The folders directly below each package's sources, with what they import from their neighbours. */
function realRooms(imports: readonly Import[], files: readonly string[]): Map<string, Map<string, Set<string>>> {
  const packages = new Map<string, Map<string, Set<string>>>();
  const place = (file: string): [parent: string, folder: string] => {
    const [packages = "", name = "", src = "", ...rest] = file.split("/");
    return [[packages, name, src].join("/"), rest.length > 1 ? (rest[0] ?? "") : TOP];
  };
  for (const file of files) {
    const [parent, folder] = place(file);
    const folders = packages.get(parent) ?? new Map<string, Set<string>>();
    packages.set(parent, folders);
    if (folder !== TOP && !folders.has(folder)) folders.set(folder, new Set());
  }
  for (const { from, to } of imports) {
    const [[parent, folder], [, target]] = [place(from), place(to)];
    if (target !== folder) packages.get(parent)?.get(folder)?.add(target);
  }
  return packages;
}

/** What the tree and the sources disagree about; one line each. */
function treeProblems(rooms: readonly Room[], real: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>) {
  const problems: string[] = [];
  for (const [parent, folders] of real) {
    const listed = rooms.filter((room) => room.parent === parent);
    for (const folder of folders.keys()) {
      if (!listed.some((room) => room.folders.includes(folder)))
        problems.push(`${parent}/${folder} is not in the tree`);
    }
    for (const room of listed) {
      for (const folder of room.folders) {
        if (!folders.has(folder)) problems.push(`${parent}/${folder} is in the tree and does not exist`);
      }
      const imported = new Set(room.folders.flatMap((folder) => [...(folders.get(folder) ?? [])]));
      for (const target of imported) {
        if (!room.imports.includes(target))
          problems.push(`${parent}/${room.folders} imports ${target}, the tree does not say so`);
      }
      for (const target of room.imports) {
        if (!imported.has(target))
          problems.push(`${parent}/${room.folders} does not import ${target}, the tree says so`);
      }
    }
  }
  return problems;
}

const markdown = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
const { lines, rooms } = readTree(markdown);
const files = sourceFiles().filter((file) => !isTest(file));
const real = realRooms(
  importsBetween(files),
  files.map((file) => file.path),
);

describe("the tree in docs/architecture.md", () => {
  test("names every folder of the packages, and what each imports", () => {
    expect([...real.keys()].filter((name) => name.startsWith("packages/")).length).toBeGreaterThan(3);
    expect(rooms.length).toBeGreaterThan(25);
    expect(treeProblems(rooms, real)).toEqual([]);
  });

  test("can be read at a glance", () => {
    expect(lines.length).toBeLessThanOrEqual(MAX_LINES);
  });

  const parent = "packages/client/src";
  test.each<[string, Room[], string]>([
    ["a folder that it lacks", rooms.filter(({ folders }) => !folders.includes("retry")), "retry is not in the tree"],
    [
      "a folder that is gone",
      [...rooms, { parent, folders: ["cache"], imports: [] }],
      "cache is in the tree and does not",
    ],
    [
      "an import that it does not allow",
      rooms.map((room) => (room.folders.includes("retry") ? { ...room, imports: ["call", "errors"] } : room)),
      "retry imports rate-limit, the tree does not say so",
    ],
    [
      "an import that there is none of",
      rooms.map((room) => (room.folders.includes("errors") ? { ...room, imports: ["operations", "call"] } : room)),
      "errors does not import call, the tree says so",
    ],
  ])("%s is found", (_, changed, problem) => {
    expect(treeProblems(changed, real)).toEqual([expect.stringContaining(problem)]);
  });
});
