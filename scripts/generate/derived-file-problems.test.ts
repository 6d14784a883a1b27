import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { derivedFileProblems } from "./derived-file-problems.ts";

const files = new Map([
  ["packages/types/src/names.gen.ts", "export const a = 1;\n"],
  ["packages/types/openapi.json", "{}\n"],
]);
let root: string;

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: root });
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

test("reports nothing for files that are up to date and committed", async () => {
  expect(await derivedFileProblems(root, files)).toEqual([]);
});

test("reports a changed byte as out of date, and as uncommitted until it is committed", async () => {
  await write("packages/types/src/names.gen.ts", "export const a = 2;\n");
  expect(await derivedFileProblems(root, files)).toEqual([
    "out of date  packages/types/src/names.gen.ts",
    "uncommitted   M packages/types/src/names.gen.ts",
  ]);
  git("commit", "--quiet", "--all", "--message", "changed");
  expect(await derivedFileProblems(root, files)).toEqual(["out of date  packages/types/src/names.gen.ts"]);
});

test("reports a missing file", async () => {
  await unlink(path.join(root, "packages/types/openapi.json"));
  expect(await derivedFileProblems(root, files)).toEqual([
    "missing      packages/types/openapi.json",
    "uncommitted   D packages/types/openapi.json",
  ]);
});

test("reports a file that is no longer derived, in any folder", async () => {
  await write("packages/client/src/deep/old.gen.ts", "");
  await write("packages/client/beside.gen.ts", "");
  expect((await derivedFileProblems(root, files)).sort()).toEqual([
    "obsolete     packages/client/beside.gen.ts",
    "obsolete     packages/client/src/deep/old.gen.ts",
  ]);
});

test("reports a new derived file that is not added", async () => {
  const more = new Map([...files, ["packages/actions/src/new.gen.ts", "export {};\n"]]);
  await write("packages/actions/src/new.gen.ts", "export {};\n");
  expect(await derivedFileProblems(root, more)).toEqual(["uncommitted  ?? packages/actions/src/new.gen.ts"]);
});

test("ignores installed and built files", async () => {
  await write("packages/client/node_modules/other/old.gen.ts", "");
  await write("packages/client/dist/old.gen.ts", "");
  expect(await derivedFileProblems(root, files)).toEqual([]);
});

test("ignores other files", async () => {
  await write("packages/types/src/index.ts", "export const mine = 1;\n");
  await write("notes.txt", "");
  expect(await derivedFileProblems(root, files)).toEqual([]);
});
