import { execFileSync } from "node:child_process";
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

/** The new problems. */
function added(found: readonly string[], before: readonly string[]): string[] {
  return found.filter((problem) => !before.includes(problem));
}

/** The sources with one file added or replaced. */
function withFile(file: string, text: string): SourceFile[] {
  return [...files.filter((other) => other.path !== file), { path: file, text }];
}

describe("names, lengths, headers and exports", () => {
  test("every source follows the house style", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(isDerived).length).toBeGreaterThan(5);
    expect(styleProblems(files)).toEqual([]);
  });

  test("no file by hand is longer than 250 lines, outside the packages either", () => {
    const names = execFileSync("git", ["ls-files", "*.ts", "*.tsx", "*.mjs"], { cwd: root, encoding: "utf8" })
      .trim()
      .split("\n");
    expect(names.length).toBeGreaterThan(500);
    const lines = names
      .filter((name) => !name.endsWith(".gen.ts"))
      .map((name) => ({ name, lines: readFileSync(path.join(root, name), "utf8").trimEnd().split("\n").length }));
    expect(lines.filter((file) => file.lines > 250)).toEqual([]);
  });

  const present = styleProblems(files);
  const header = files.find(isDerived)?.text.split("\n")[0] ?? "";
  test.each<[string, string, string, RegExp]>([
    ["a long file", "packages/client/src/cursor.ts", "x\n".repeat(251), /cursor\.ts has 251 lines/],
    ["a collective file", "packages/client/src/retry-utils.ts", "x\n", /retry-utils\.ts has a generic name/],
    ["a collective folder", "packages/client/src/helpers/id.ts", "x\n", /helpers\/id\.ts has a generic name/],
    ["camelCase", "packages/client/src/pathId.ts", "x\n", /pathId\.ts is not in kebab-case/],
    [
      "a derived file without its header",
      "packages/client/src/x.gen.ts",
      "export {};\n",
      /x\.gen\.ts does not name its source/,
    ],
    [
      "a header without the command",
      "packages/client/src/x.gen.ts",
      `${header.slice(0, -20)}\n`,
      /does not name its source/,
    ],
    [
      "a wildcard export",
      "packages/client/src/index.ts",
      'export * from "./page.ts";\n',
      /index\.ts has a wildcard export/,
    ],
  ])("%s is found", (_, file, text, problem) => {
    expect(added(styleProblems(withFile(file, text)), present)).toEqual([expect.stringMatching(problem)]);
  });
});

describe("imports", () => {
  const present = importProblems(files, manifests);

  test("none violates the dependency order, reaches into another package's files, or is missing in package.json", () => {
    expect(Object.keys(arrow)).toEqual(expect.arrayContaining(folders));
    expect(present).toEqual([]);
  });

  test.each<[string, string, string, RegExp]>([
    ["in the wrong direction", "client", "@modulex-instantly/actions", /client may only import types/],
    ["of the client by the sandbox", "sandbox", "@modulex-instantly/client", /sandbox may only import types/],
    [
      "of anything by the types",
      "types",
      "@modulex-instantly/client",
      /types may not import packages of this repository/,
    ],
    ["of a file of another package", "actions", "../../client/src/page.ts", /outside the package's own sources/],
    [
      "of a built file",
      "actions",
      "@modulex-instantly/client/dist/page.js",
      /client does not export \.\/dist\/page\.js/,
    ],
    ["of the tests by a source", "client", "../../../tests/client/canary.ts", /outside the package's own sources/],
    ["of a missing file", "client", "./nowhere.ts", /the file does not exist/],
    ["without the file extension", "client", "./page", /the extension \.ts or \.tsx is missing/],
    ["of an unknown package", "client", "left-pad", /package\.json of client does not depend on left-pad/],
  ])("an import %s is found", (_, name, specifier, problem) => {
    for (const text of [`import { x } from "${specifier}";`, `export type { x } from "${specifier}";`]) {
      const found = importProblems(withFile(`packages/${name}/src/intruder.ts`, text), manifests);
      expect(added(found, present)).toEqual([expect.stringMatching(problem)]);
    }
    const lazily = withFile(`packages/${name}/src/intruder.ts`, `await import("${specifier}");`);
    expect(added(importProblems(lazily, manifests), present)).toEqual([expect.stringMatching(problem)]);
  });

  test("a package outside the dependency order is found", () => {
    const intruder = { path: "packages/mailer/src/index.ts", text: 'import "@modulex-instantly/client";' };
    expect(importProblems([intruder], manifests)).toEqual([
      expect.stringMatching(/mailer is not in the dependency order/),
    ]);
  });

  test("a test may use the sandbox and files in tests/", () => {
    const text = 'import "@modulex-instantly/sandbox"; import "../../../tests/client/canary.ts"; import "vitest";';
    const found = importProblems(withFile("packages/client/src/x.test.ts", text), manifests);
    expect(added(found, present)).toEqual([]);
  });
});

describe("package.json", () => {
  test.each(publishedPackages().map(({ folder }) => folder))(
    "of %s has all required fields, and no install script",
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
    ["repository.directory", { ...good, repository: { ...good.repository, directory: "" } }],
    ["repository.url", { ...good, repository: { ...good.repository, url: "https://example.com" } }],
    ["a description", { ...good, description: "A client" }],
    ["at least 5 keywords", { ...good, keywords: ["instantly"] }],
    ["homepage", { ...good, homepage: "https://example.com" }],
    ["bugs.url", { ...good, bugs: {} }],
    ["an author", { ...good, author: {} }],
    ["main and types", { ...good, types: "./index.d.ts" }],
    ['typesVersions["*"]["node"]', { ...good, typesVersions: { "*": { ...good.typesVersions?.["*"], node: [] } } }],
    ["typesVersions without gone", { ...good, typesVersions: { "*": { ...good.typesVersions?.["*"], gone: ["x"] } } }],
    ["engines.node", { ...good, engines: {} }],
    ["type module", { ...good, type: "commonjs" }],
    ["name @modulex-instantly/client", { ...good, name: "instantly" }],
  ])("%s: a violation is found", (what, manifest) => {
    expect(manifestProblems("client", manifest)).toEqual([expect.stringContaining(what)]);
  });
});
