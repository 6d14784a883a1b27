import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
const table = read("CONTRIBUTING.md")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .join("\n");
const documented = [...table.matchAll(/`pnpm ([a-z:-]+)/g)]
  .map(([, name = ""]) => name)
  .filter((name) => name !== "exec");

/** Scripts that no CI runs in a clean clone, and what tries them instead. */
const TRIED_OTHERWISE: Readonly<Record<string, string>> = {
  generate: "by check:generated, which runs it",
  action: "by tests/commands",
  mock: "by the contract tests, which start the same program",
  "new:operation": "by test:new-operation",
  "test:faults": "by `pnpm test`, which runs the same tests",
  "spec:drift": "by spec-drift.yml, which runs spec:update, and by the tests of scripts/commands",
  "spec:update": "by test:drift, and by the tests of scripts/drift",
  "test:drift": "before a release, because it takes an hour",
  bench: "by bench:short, without writing the page",
  "docs:build": "by test:site",
  "docs:pictures": "by tests/docs/recording.test.ts and tests/inspector/pictures.test.ts",
  build: "by every command that needs it",
  changeset: "by people: it asks questions",
};

it("CONTRIBUTING has a task for every script, and no other", () => {
  expect([...new Set(documented)].sort()).toEqual(Object.keys(scripts).sort());
});

it("every task of CONTRIBUTING runs in CI, or is tried otherwise", () => {
  const workflows = readdirSync(path.join(root, ".github/workflows")).map((name) => read(`.github/workflows/${name}`));
  const ci = [read(".ci/run"), ...workflows].join("\n");
  const runs = (name: string) => new RegExp(`pnpm(?:@[\\d.]+)? (?:run )?${name}(?![\\w:-])`).test(ci);
  expect(documented.filter((name) => !runs(name) && TRIED_OTHERWISE[name] === undefined)).toEqual([]);
  expect(Object.keys(TRIED_OTHERWISE).filter((name) => !documented.includes(name))).toEqual([]);
});
