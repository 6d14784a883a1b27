import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { touchedTests } from "./touched-tests.ts";

const FILES: Readonly<Record<string, string>> = {
  "packages/types/src/index.ts": 'export * from "./openapi.gen.ts";',
  "packages/types/src/openapi.gen.ts": "export type A = 1;",
  "packages/sandbox/src/index.ts":
    'export { table } from "./table.ts";\nimport type { A } from "@modulex-instantly/types";',
  "packages/sandbox/src/table.ts": 'import { rows } from "./rows.gen.ts";\nexport const table = rows;',
  "packages/sandbox/src/rows.gen.ts": "export const rows = 1;",
  "packages/sandbox/src/table.test.ts": 'import { table } from "./table.ts";',
  "packages/sandbox/src/other.test.ts": 'import { expect } from "vitest";',
  "packages/sandbox/src/spec.test.ts": 'import { a } from "./spec/a.ts";',
  "packages/client/src/node.ts": "export const b = 1;",
  "tests/a/sandbox.test.ts": 'import {\n  table,\n} from "@modulex-instantly/sandbox";',
  "tests/a/node.test.ts": 'import { b } from "@modulex-instantly/client/node";',
  "tests/a/started.test.ts": 'start("examples/tour.ts");',
  "tests/a/lazy.test.ts": 'const { table } = await import("../../packages/sandbox/src/table.ts");',
  "tests/a/type.test.ts": 'import type { table } from "../../packages/sandbox/src/table.ts";',
  "tests/a/folder.test.ts": 'path.join(root, "spec");',
  "tests/a/document.test.ts": 'import { read } from "./read.ts";',
  "tests/a/read.ts": 'readFileSync("packages/types/openapi.json");',
  "tests/a/node_modules/x/spec.test.ts": '"spec"',
  "examples/tour.ts": 'import { table } from "@modulex-instantly/sandbox";',
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "modulex-instantly-touched-"));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const READERS = ["tests/a/document.test.ts", "tests/a/folder.test.ts"];

describe("touchedTests", () => {
  it("finds tests that read the spec or the document, themselves or in a support file", () => {
    expect(touchedTests(root, [])).toEqual(READERS);
  });

  it("finds tests that load a changed file: directly, lazily, as a package, or in a process that they start", () => {
    const loading = ["tests/a/lazy.test.ts", "tests/a/sandbox.test.ts", "tests/a/started.test.ts"];
    expect(touchedTests(root, ["packages/sandbox/src/rows.gen.ts"])).toEqual(
      ["packages/sandbox/src/table.test.ts", ...READERS, ...loading].sort(),
    );
  });

  it("finds tests of an entry of a package", () => {
    expect(touchedTests(root, ["packages/client/src/node.ts"])).toEqual([...READERS, "tests/a/node.test.ts"].sort());
  });

  it("ignores a file from which only types are imported, because types do not exist at run time", () => {
    expect(touchedTests(root, ["packages/types/src/openapi.gen.ts"])).toEqual(READERS);
  });
});
