import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const manifests = [
  "package.json",
  ...readdirSync(path.join(root, "packages")).map((name) => `packages/${name}/package.json`),
];

test.each(manifests)("%s names exact versions, so that a new release arrives by a pull request only", (file) => {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(read(file));
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const loose = versions.filter(([, version]) => !/^(workspace:[\^*]|\d+\.\d+\.\d+)$/.test(version));
  expect(loose).toEqual([]);
});

test("no package may run an install script here, and each package that has one is listed", () => {
  const { strictDepBuilds, allowBuilds = {}, onlyBuiltDependencies = [] } = parse(read("pnpm-workspace.yaml"));
  expect(strictDepBuilds).toBe(true);
  expect(Object.values(allowBuilds).every((allowed) => allowed === false)).toBe(true);
  expect(onlyBuiltDependencies).toEqual([]);
});

test("the lockfile has a hash of every package and no URL", () => {
  const lock = read("pnpm-lock.yaml");
  const { packages } = parse(lock) as { packages: Record<string, { resolution: { integrity?: string } }> };
  const names = Object.entries(packages);
  expect(names.length).toBeGreaterThan(100);
  const bare = names.filter(([, { resolution }]) => !/^sha512-/.test(resolution.integrity ?? ""));
  expect(bare.map(([name]) => name)).toEqual([]);
  expect(lock).not.toMatch(/https?:\/\/|tarball:/);
});

test("new versions are proposed only after a delay", () => {
  const { updates } = parse(read(".github/dependabot.yml"));
  expect(updates.map((update: { "package-ecosystem": string }) => update["package-ecosystem"])).toEqual([
    "npm",
    "github-actions",
  ]);
  for (const { cooldown } of updates) expect(cooldown["default-days"]).toBeGreaterThanOrEqual(8);
});
