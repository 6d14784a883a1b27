import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PublishedPackage } from "./published-packages.ts";
import { publishedPackages } from "./published-packages.ts";
import { inOrder, writeRelease } from "./write-release.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "modulex-instantly-release-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const published = (name: string, ...needs: readonly string[]): PublishedPackage => ({
  folder: name,
  directory: folder,
  manifest: { name, version: "1.2.3", dependencies: Object.fromEntries(needs.map((need) => [need, "^1.2.3"])) },
});

test("dependencies come first", () => {
  const packages = [published("actions", "client", "types", "fast"), published("client", "types"), published("types")];
  expect(inOrder(packages).map(({ manifest }) => manifest.name)).toEqual(["types", "client", "actions"]);
  const names = inOrder(publishedPackages()).map(({ folder: name }) => name);
  expect(names.indexOf("types")).toBeLessThan(names.indexOf("client"));
  expect(names.indexOf("client")).toBeLessThan(names.indexOf("actions"));
});

test("the folder contains each tarball, its bill of materials, and the list", () => {
  const tarball = path.join(folder, "types-1.2.3.tgz");
  writeFileSync(tarball, "bytes");
  const output = path.join(folder, "release");
  writeRelease(output, [published("types")], {
    tarballs: new Map([["types", tarball]]),
    bills: new Map([["types", "{}"]]),
  });
  expect(readdirSync(output).sort()).toEqual(["packages.txt", "types-1.2.3.cdx.json", "types-1.2.3.tgz"]);
  expect(readFileSync(path.join(output, "packages.txt"), "utf8")).toBe("types 1.2.3 types-1.2.3.tgz\n");
});

test("an incomplete release is rejected", () => {
  const packed = { tarballs: new Map(), bills: new Map() };
  expect(() => writeRelease(folder, [published("types")], packed)).toThrow("types was not packed");
});
