import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { publishedPackages } from "../packed/published-packages.ts";
import type { PackageManifest } from "./import-problems.ts";
import { arrow, importProblems } from "./import-problems.ts";
import type { PublishedManifest } from "./manifest-problems.ts";
import { manifestProblems } from "./manifest-problems.ts";
import type { SourceFile } from "./source-files.ts";
import { isDerived, root, sourceFiles } from "./source-files.ts";
import { styleProblems } from "./style-problems.ts";

const files = sourceFiles();
const folders = [...new Set(files.map((file) => file.path.split("/")[1] ?? ""))];
const manifestOf = (folder: string): PackageManifest & PublishedManifest =>
  JSON.parse(readFileSync(path.join(root, "packages", folder, "package.json"), "utf8"));
const manifests = Object.fromEntries(folders.map((folder) => [folder, manifestOf(folder)]));

/** The problems that are not there already. */
function added(found: readonly string[], before: readonly string[]): string[] {
  return found.filter((problem) => !before.includes(problem));
}

/** The sources with one file more, or with one that is replaced. */
function withFile(file: string, text: string): SourceFile[] {
  return [...files.filter((other) => other.path !== file), { path: file, text }];
}

describe("names, lengths, headers and surfaces", () => {
  test("every source keeps to the house style", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(isDerived).length).toBeGreaterThan(5);
    expect(styleProblems(files)).toEqual([]);
  });

  const header = files.find(isDerived)?.text.split("\n")[0] ?? "";
  test.each<[string, string, string, RegExp]>([
    ["a long file", "packages/client/src/cursor.ts", "x\n".repeat(251), /cursor\.ts has 251 lines/],
    ["a drawer", "packages/client/src/retry-utils.ts", "x\n", /retry-utils\.ts is named after nothing/],
    ["a drawer of a folder", "packages/client/src/helpers/id.ts", "x\n", /helpers\/id\.ts is named after nothing/],
    ["camelCase", "packages/client/src/pathId.ts", "x\n", /pathId\.ts is not in kebab-case/],
    ["a derived file without its header", "packages/client/src/x.gen.ts", "export {};\n", /x\.gen\.ts does not say/],
    ["a header without the command", "packages/client/src/x.gen.ts", `${header.slice(0, -20)}\n`, /does not say/],
    ["an open surface", "packages/client/src/index.ts", 'export * from "./page.ts";\n', /index\.ts exports whatever/],
  ])("%s is found", (_, file, text, problem) => {
    expect(added(styleProblems(withFile(file, text)), styleProblems(files))).toEqual([expect.stringMatching(problem)]);
  });
});

describe("imports", () => {
  test("none goes against the arrow, into another package's files, or to what package.json does not name", () => {
    expect(Object.keys(arrow)).toEqual(expect.arrayContaining(folders));
    expect(importProblems(files, manifests)).toEqual([]);
  });

  test.each<[string, string, string, RegExp]>([
    ["against the arrow", "client", "@modulex-instantly/actions", /client may import types only/],
    ["of the client by the sandbox", "sandbox", "@modulex-instantly/client", /sandbox may import types only/],
    ["of anything by the types", "types", "@modulex-instantly/client", /types may import none of our packages only/],
    ["of a file of another package", "actions", "../../client/src/page.ts", /outside the package's own sources/],
    [
      "of a built file",
      "actions",
      "@modulex-instantly/client/dist/page.js",
      /client does not export \.\/dist\/page\.js/,
    ],
    ["of the tests by a source", "client", "../../../tests/client/canary.ts", /outside the package's own sources/],
    ["of what is not there", "client", "./nowhere.ts", /there is no such file/],
    ["without its ending", "client", "./page", /the ending \.ts is missing/],
    ["of a stranger", "client", "left-pad", /package\.json of client does not depend on left-pad/],
  ])("an import %s is found", (_, name, specifier, problem) => {
    for (const text of [`import { x } from "${specifier}";`, `export type { x } from "${specifier}";`]) {
      const found = importProblems(withFile(`packages/${name}/src/intruder.ts`, text), manifests);
      expect(added(found, importProblems(files, manifests))).toEqual([expect.stringMatching(problem)]);
    }
    const lazily = withFile(`packages/${name}/src/intruder.ts`, `await import("${specifier}");`);
    expect(added(importProblems(lazily, manifests), importProblems(files, manifests))).toEqual([
      expect.stringMatching(problem),
    ]);
  });

  test("a package that has no place in the arrow is found", () => {
    const intruder = { path: "packages/mailer/src/index.ts", text: 'import "@modulex-instantly/client";' };
    expect(importProblems([intruder], manifests)).toEqual([expect.stringMatching(/mailer has no place in the arrow/)]);
  });

  test("a test may use the sandbox and what lies in tests/", () => {
    const text = 'import "@modulex-instantly/sandbox"; import "../../../tests/client/canary.ts"; import "vitest";';
    const found = importProblems(withFile("packages/client/src/x.test.ts", text), manifests);
    expect(added(found, importProblems(files, manifests))).toEqual([]);
  });
});

describe("package.json", () => {
  test.each(publishedPackages().map(({ folder }) => folder))(
    "of %s has what all have, and no install script",
    (folder) => {
      expect(manifestProblems(folder, manifestOf(folder))).toEqual([]);
    },
  );

  const good = manifestOf("client");
  test.each<[string, PublishedManifest]>([
    ["no script that runs when it is installed", { ...good, scripts: { postinstall: "node spy.js" } }],
    ["no script that runs when it is installed or packed", { ...good, scripts: { prepack: "node spy.js" } }],
    ["exports without a wildcard", { ...good, exports: { ...good.exports, "./*": "./dist/*" } }],
    ["exact versions", { ...good, dependencies: { "openapi-fetch": "^0.17.0" } }],
    ["publishConfig public with provenance", { ...good, publishConfig: { access: "public" } }],
    ["CHANGELOG.md among its files", { ...good, files: ["dist", "src"] }],
    ["sideEffects false", { ...good, sideEffects: true }],
    ["license MIT", { ...good, license: "UNLICENSED" }],
    ["repository.directory", { ...good, repository: {} }],
    ["engines.node", { ...good, engines: {} }],
    ["type module", { ...good, type: "commonjs" }],
    ["name @modulex-instantly/client", { ...good, name: "instantly" }],
  ])("%s: its absence is found", (what, manifest) => {
    expect(manifestProblems("client", manifest)).toEqual([expect.stringContaining(what)]);
  });
});
