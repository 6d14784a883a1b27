import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generatedProblems } from "./derived-file-problems.ts";

const files = new Map([
  ["packages/types/src/names.gen.ts", "export const a = 1;\n"],
  ["packages/types/openapi.json", "{}\n"],
]);
let root: string;

function git(...words: string[]): void {
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], { cwd: root });
}

async function write(name: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), content);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "modulex-instantly-repository-"));
  git("init", "--quiet");
  for (const [name, content] of files) await write(name, content);
  await write("packages/types/src/index.ts", "export {};\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "all");
});
afterEach(() => rm(root, { recursive: true, force: true }));

test("nothing to say of fresh and committed files", async () => {
  expect(await generatedProblems(root, files)).toEqual([]);
});

test("one changed byte is out of date, and uncommitted until it is committed", async () => {
  await write("packages/types/src/names.gen.ts", "export const a = 2;\n");
  expect(await generatedProblems(root, files)).toEqual([
    "out of date  packages/types/src/names.gen.ts",
    "uncommitted   M packages/types/src/names.gen.ts",
  ]);
  git("commit", "--quiet", "--all", "--message", "changed");
  expect(await generatedProblems(root, files)).toEqual(["out of date  packages/types/src/names.gen.ts"]);
});

test("a missing file", async () => {
  await unlink(path.join(root, "packages/types/openapi.json"));
  expect(await generatedProblems(root, files)).toEqual([
    "missing      packages/types/openapi.json",
    "uncommitted   D packages/types/openapi.json",
  ]);
});

test("a file that nothing derives any more, in any folder", async () => {
  await write("packages/client/src/deep/old.gen.ts", "");
  await write("packages/client/beside.gen.ts", "");
  expect((await generatedProblems(root, files)).sort()).toEqual([
    "left over    packages/client/beside.gen.ts",
    "left over    packages/client/src/deep/old.gen.ts",
  ]);
});

test("a new derived file that is written but not added", async () => {
  const more = new Map([...files, ["packages/actions/src/new.gen.ts", "export {};\n"]]);
  await write("packages/actions/src/new.gen.ts", "export {};\n");
  expect(await generatedProblems(root, more)).toEqual(["uncommitted  ?? packages/actions/src/new.gen.ts"]);
});

test("what is installed or built is nobody's business either", async () => {
  await write("packages/client/node_modules/other/old.gen.ts", "");
  await write("packages/client/dist/old.gen.ts", "");
  expect(await generatedProblems(root, files)).toEqual([]);
});

test("files written by hand are nobody's business", async () => {
  await write("packages/types/src/index.ts", "export const mine = 1;\n");
  await write("notes.txt", "");
  expect(await generatedProblems(root, files)).toEqual([]);
});
