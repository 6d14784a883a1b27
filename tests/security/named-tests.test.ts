import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { namedProofs, proofProblems } from "./named-tests.ts";
import { testTitles } from "./test-titles.ts";

const root = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/security.md"), "utf8");

const known = new Map<string, readonly string[] | undefined>();

function titlesOf(file: string): readonly string[] | undefined {
  if (!known.has(file)) known.set(file, readTitles(file));
  return known.get(file);
}

function readTitles(file: string): readonly string[] | undefined {
  const full = path.join(root, file);
  if (!existsSync(full)) return undefined;
  if (file.endsWith(".test.ts")) return testTitles(full);
  const lines = readFileSync(full, "utf8").split("\n");
  return lines.map((line) => line.replace(/^ *gate "[^"]*" /, ""));
}

test("every rule names a test, and every named test exists", () => {
  const { rules, proofs } = namedProofs(page);
  expect(rules).toEqual(rules.map((_, index) => String(index + 1)));
  expect(rules.length).toBeGreaterThanOrEqual(20);
  expect(proofs.length).toBeGreaterThan(rules.length);
  expect(proofProblems(page, titlesOf)).toEqual([]);
});

test("no line that looks like a test reference is skipped", () => {
  const { proofs } = namedProofs(page);
  expect(page.match(/\.test\.ts/g)).toHaveLength(proofs.filter(({ file }) => file.endsWith(".test.ts")).length);
});

test("a rule without a test, a renamed test and a missing file are named", () => {
  const { proofs } = namedProofs(page);
  const before = proofProblems(page, titlesOf);
  for (const { rule, file, title } of proofs) {
    const line = `  - \`${file}\`: ${title}`;
    expect(page).toContain(line);
    const renamed = page.replace(line, `${line} once more`);
    const added = proofProblems(renamed, titlesOf).filter((problem) => !before.includes(problem));
    expect(added).toEqual([`rule ${rule}: ${file} has no test called ${JSON.stringify(`${title} once more`)}`]);
  }
  const [first] = proofs;
  const gone = page.replace(`\`${first?.file}\``, "`tests/gone.test.ts`");
  expect(proofProblems(gone, titlesOf)).toContain(`rule ${first?.rule}: tests/gone.test.ts does not exist`);
  expect(proofProblems("- **1.** Nothing proves this.\n", titlesOf)).toEqual(["rule 1 names no test"]);
});
