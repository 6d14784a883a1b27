import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { publishedPackages } from "./published-packages.ts";
import { hasInRepository, readmeLinkProblems } from "./readme-links.ts";

/** The tracked files of a package that `files` of its package.json selects; `check:packed` uses those of the tarball. */
function filesOf(directory: string): string[] {
  const { files }: { files: string[] } = JSON.parse(readFileSync(path.join(directory, "package.json"), "utf8"));
  const selected = files.filter((pattern) => !pattern.startsWith("!"));
  const tracked = execFileSync("git", ["ls-files"], { cwd: directory, encoding: "utf8" }).trim().split("\n");
  return tracked.filter((file) => selected.some((entry) => file === entry || file.startsWith(`${entry}/`)));
}

describe.each(publishedPackages())("the README of $folder", ({ directory, manifest }) => {
  // A package without a library has the entry of its command.
  const entry = manifest.exports?.["."] === undefined ? "src/bin.ts" : "src/index.ts";
  const text = readFileSync(path.join(directory, "README.md"), "utf8");
  const packed = filesOf(directory);

  test("links only to files of its tarball, or absolutely", () => {
    expect(packed).toContain(entry);
    expect(readmeLinkProblems(text, { packed, hasInRepository })).toEqual([]);
  });

  test("has links, so that the test checks some", () => {
    if (entry === "src/index.ts") expect(text).toMatch(/\]\(src\/index\.ts\)/);
    expect(text).toContain("](https://github.com/modulex-instantly/modulex-instantly/blob/main/");
  });
});

const own = "https://github.com/modulex-instantly/modulex-instantly";
test.each([
  ["[a](../client)", "../client: the tarball has no such file"],
  ["[a](../../docs/errors.md#x)", "../../docs/errors.md#x: the tarball has no such file"],
  ["[a](src/gone.ts)", "src/gone.ts: the tarball has no such file"],
  ["![a](logo.png)", "logo.png: the tarball has no such file"],
  [`[a](${own}/blob/main/docs/gone.md)`, "docs/gone.md: the repository has no such blob"],
  [`[a](${own}/tree/main/packages/gone)`, "packages/gone: the repository has no such tree"],
  [`[a](${own}/blob/main/packages)`, "packages: the repository has no such blob"],
])("%s is found", (text, problem) => {
  const found = readmeLinkProblems(text, { packed: ["src/index.ts"], hasInRepository });
  expect(found).toEqual([expect.stringContaining(problem)]);
});

test.each(["[a](https://example.com)", "[a](#title)", "[a](src/index.ts)", `[a](${own}/blob/main/LICENSE#l)`])(
  "%s is accepted",
  (text) => {
    expect(readmeLinkProblems(text, { packed: ["src/index.ts"], hasInRepository })).toEqual([]);
  },
);
