import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { codeBlocks } from "../docs/code-block.ts";
import { root } from "./published-packages.ts";

// `check:packed` runs the files of commonjs/ with the tarballs. These are the recipes that docs/commonjs.md shows.

const blocks = codeBlocks("docs/commonjs.md", readFileSync(path.join(root, "docs/commonjs.md"), "utf8"));
const recipes = blocks.flatMap(({ code }) => {
  const name = /^\/\/ (\S+)\n/.exec(code)?.[1];
  return name === undefined ? [] : [{ name, code }];
});

test("the page shows the settings of Jest, a test, and a Nest application", () => {
  const names = ["jest.config.js", "tsconfig.jest.json", "campaigns.jest.ts", "main.ts"];
  expect(recipes.map(({ name }) => name)).toEqual(names);
});

test.each(recipes)("$name is the file that runs", ({ name, code }) => {
  const file = path.join(import.meta.dirname, "commonjs", name);
  expect(existsSync(file)).toBe(true);
  const text = readFileSync(file, "utf8");
  // JSON has no comments, so only the page names that file in its first line.
  expect(name.endsWith(".json") ? `// ${name}\n${text}` : text).toBe(code);
});
