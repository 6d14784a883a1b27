import { describe, expect, test } from "vitest";
import type { Import } from "./import-graph.ts";
import { folderLoops, importsBetween } from "./import-graph.ts";
import type { SourceFile } from "./source-files.ts";
import { filesBelow, isDerived, isTest, sourceFiles } from "./source-files.ts";

const files = [...sourceFiles(), ...filesBelow("scripts")].filter((file) => !isTest(file));
const imports = importsBetween(files);
const roots = [
  ...new Set(
    files.map(({ path }) =>
      path
        .split("/")
        .slice(0, path.startsWith("scripts") ? 1 : 3)
        .join("/"),
    ),
  ),
];

test("the imports of all packages and scripts are read, those of derived files included", () => {
  expect(roots).toEqual(
    expect.arrayContaining(["packages/actions/src", "packages/client/src", "packages/sandbox/src", "scripts"]),
  );
  expect(imports.length).toBeGreaterThan(1000);
  expect(imports.some(({ from }) => isDerived({ path: from, text: "" }))).toBe(true);
});

test.each(roots)("%s has no import loop between folders or files", (root) => {
  expect(folderLoops(imports, root)).toEqual([]);
});

describe("a loop is found", () => {
  const loopsOf = (...found: Import[]): string[] => folderLoops(found, "p/src");

  test("between two folders, although no file is part of a loop", () => {
    expect(
      loopsOf(
        { from: "p/src/state/workspace.ts", to: "p/src/engine/queue.ts" },
        { from: "p/src/engine/run.ts", to: "p/src/state/database.ts" },
      ),
    ).toEqual([
      "p/src: engine -> state -> engine (p/src/engine/run.ts imports p/src/state/database.ts; p/src/state/workspace.ts imports p/src/engine/queue.ts)",
    ]);
  });

  test("through three folders, inside a folder, and between files", () => {
    expect(
      loopsOf(
        { from: "p/src/a/x.ts", to: "p/src/b/x.ts" },
        { from: "p/src/b/y.ts", to: "p/src/c/x.ts" },
        { from: "p/src/c/y.ts", to: "p/src/a/y.ts" },
      ),
    ).toEqual([expect.stringMatching(/^p\/src: a -> b -> c -> a /)]);
    expect(
      loopsOf({ from: "p/src/a/b/x.ts", to: "p/src/a/c/x.ts" }, { from: "p/src/a/c/y.ts", to: "p/src/a/b/y.ts" }),
    ).toEqual([expect.stringMatching(/^p\/src\/a: b -> c -> b /)]);
    expect(loopsOf({ from: "p/src/x.ts", to: "p/src/y.ts" }, { from: "p/src/y.ts", to: "p/src/x.ts" })).toEqual([
      expect.stringMatching(/^p\/src: x\.ts -> y\.ts -> x\.ts /),
    ]);
  });

  test("but not where a file at the top imports a folder that imports another file at the top", () => {
    const index = { from: "p/src/index.ts", to: "p/src/actions/get.ts" };
    expect(loopsOf(index, { from: "p/src/actions/get.ts", to: "p/src/define.ts" })).toEqual([]);
    expect(loopsOf({ from: "p/src/a/x.ts", to: "p/src/a/y.ts" })).toEqual([]);
  });

  test("in real text: types, re-exports and dynamic imports count", () => {
    const text = (line: string): SourceFile[] => [
      { path: "p/src/a/x.ts", text: line },
      { path: "p/src/b/y.ts", text: 'import type { X } from "../a/x.ts";' },
    ];
    for (const line of [
      'import type { Y } from "../b/y.ts";',
      'export type { Y } from "../b/y.ts";',
      'export { y } from "../b/y.ts";',
      'const y = await import("../b/y.ts");',
    ]) {
      expect(folderLoops(importsBetween(text(line)), "p/src"), line).toHaveLength(1);
    }
    expect(folderLoops(importsBetween(text('// import "../b/y.ts"')), "p/src")).toEqual([]);
  });
});
