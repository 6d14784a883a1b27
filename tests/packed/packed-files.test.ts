import { expect, test } from "vitest";
import { packedFileFaults } from "./packed-files.ts";

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

test("takes what a package consists of", () => {
  expect(packedFileFaults(good)).toEqual([]);
  expect(packedFileFaults([...good, "openapi.json", "dist/actions.json"])).toEqual([]);
});

test.each(["LICENSE", "README.md", "package.json", "dist/index.d.ts", "src/index.ts"])("misses %s", (name) => {
  expect(packedFileFaults(good.filter((file) => file !== name))).toContain(`${name} is missing`);
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
  ["dist/gone.d.ts.map", "has no source src/gone.ts"],
  ["src/unbuilt.ts", "is not built"],
])("finds %s: it %s", (file, fault) => {
  const faults = packedFileFaults([...good, file]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${file} ${fault}`);
});
