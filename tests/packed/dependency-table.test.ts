import { expect, test } from "vitest";
import type { InstalledPackage } from "./dependency-table.ts";
import { dependencyTable, treeProblems } from "./dependency-table.ts";
import { packageJson, publishedPackages } from "./published-packages.ts";

const installed = (...names: readonly string[]): InstalledPackage[] =>
  names.map((name) => ({ name, bytes: 1_000, hasInstallScript: false }));
const direct = ["@modulex-instantly/types", "openapi-fetch"];
const tree = installed("@modulex-instantly/client", ...direct, "openapi-typescript-helpers");

test("every published package has a row that matches its package.json", () => {
  for (const { folder, directory } of publishedPackages()) {
    const found = Object.keys(packageJson(directory).dependencies ?? {});
    expect(found.sort(), folder).toEqual([...(dependencyTable[folder]?.direct ?? ["(no row)"])].sort());
  }
});

test("accepts the tree of the table", () => {
  expect(treeProblems("client", direct, tree)).toEqual([]);
});

test.each<[string, string[], InstalledPackage[], string]>([
  ["an additional dependency", [...direct, "ky"], tree, "client: its package.json has ky, which is not in the table"],
  ["a missing dependency", ["openapi-fetch"], tree, "client: its package.json lacks @modulex-instantly/types"],
  ["an additional package", direct, [...tree, ...installed("left-pad")], "client: its tree has left-pad"],
  ["a missing package", direct, tree.slice(0, -1), "client: its tree lacks openapi-typescript-helpers"],
  [
    "an install script",
    direct,
    tree.map((found) => ({ ...found, hasInstallScript: found.name === "openapi-fetch" })),
    "client: openapi-fetch runs a script when it is installed",
  ],
  ["a tree that is too large", direct, tree.map((found) => ({ ...found, bytes: 1e6 })), "client: its tree is 4000 kB"],
])("finds %s", (_, dependencies, packages, problem) => {
  expect(treeProblems("client", dependencies, packages)).toEqual([expect.stringContaining(problem)]);
});

test("finds too many packages, and a package without a row", () => {
  const many = installed("@modulex-instantly/sandbox", ...Array.from({ length: 99 }, (_, index) => `part-${index}`));
  const row = {
    direct: ["fastify"],
    transitive: 50,
    ceilingKb: 12_000,
    reason: "a number, if a list would be too long",
  };
  expect(treeProblems("sandbox", ["fastify"], many, row)).toEqual([
    "sandbox: has 99 further packages, at most 50 are allowed",
  ]);
  expect(treeProblems("mailer", [], [])).toEqual(["mailer: has no row in tests/packed/dependency-table.ts"]);
});
