import { expect, test } from "vitest";
import { packedFileProblems } from "./packed-files.ts";

const good = [
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  ...["index", "node", "resources/leads"].flatMap((name) => [
    `src/${name}.ts`,
    ...["js", "js.map", "d.ts", "d.ts.map"].map((extension) => `dist/${name}.${extension}`),
  ]),
];

test("accepts the files of a package", () => {
  expect(packedFileProblems(good, "1.2.0")).toEqual([]);
  expect(
    packedFileProblems([...good, "scenarios/pages.yaml", "ui/index.html", "ui/assets/index-1a2B.js"], "1.2.0"),
  ).toEqual([]);
  expect(packedFileProblems([...good, "openapi.json", "dist/actions.json"], "1.2.0")).toEqual([]);
  expect(packedFileProblems([...good, "dist/chunk-0AZ9BC8D.js", "dist/chunk-0AZ9BC8D.js.map"], "1.2.0")).toEqual([]);
  expect(packedFileProblems([...good, "dist/leads-0AZ9BC8D.js", "dist/node-0AZ9BC8D.js.map"], "1.2.0")).toEqual([]);
});

test.each(["LICENSE", "README.md", "CHANGELOG.md", "package.json", "dist/index.d.ts", "src/index.ts"])(
  "misses %s",
  (name) => {
    const files = good.filter((file) => file !== name);
    expect(packedFileProblems(files, "0.1.0")).toContain(`${name} is missing`);
  },
);

test("accepts a package without a changelog only before its first version", () => {
  const files = good.filter((file) => file !== "CHANGELOG.md");
  expect(packedFileProblems(files, "0.0.0")).toEqual([]);
});

test.each([
  ["src/index.test.ts", "is a test"],
  ["src/index.test-d.ts", "is a test"],
  ["src/fixtures/leads.ts", "is a test"],
  [".env", "is not on the list"],
  ["tsconfig.json", "is not on the list"],
  ["src/notes.md", "is not on the list"],
  ["dist/tsconfig.tsbuildinfo", "is not on the list"],
  ["dist/gone.js", "has no source src/gone.ts"],
  ["dist/gone-0AZ9BC8D.js", "has no source src/gone.ts"],
  ["dist/leads.js", "has no source src/leads.ts"],
  ["dist/gone.d.ts.map", "has no source src/gone.ts"],
  ["src/unbuilt.ts", "is not built"],
])("finds %s: it %s", (file, problem) => {
  const problems = packedFileProblems([...good, file], "1.2.0");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${file} ${problem}`);
});
