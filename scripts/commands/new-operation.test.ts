import { spawnSync } from "node:child_process";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { TWIN, vendorDocument } from "../new-operation/testing/imaginary-document.ts";
import { repository, sourcesCopy, textsIn } from "../new-operation/testing/sources-copy.ts";
import { todo } from "../new-operation/todo.ts";

// Starts processes, which is slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let root: string;
let document: string;
beforeAll(async () => {
  root = sourcesCopy();
  document = path.join(root, ".git/vendor.json");
  writeFileSync(document, JSON.stringify(await vendorDocument(repository)));
});
afterAll(() => rmSync(root, { recursive: true }));

function run(script: string, ...parameters: string[]) {
  const file = path.join(repository, "scripts/commands", script);
  const options = { cwd: repository, encoding: "utf8" as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file, ...parameters], options);
  return { status, stdout, stderr };
}

test("pnpm check:operations accepts this repository", () => {
  expect(run("check-operations.ts")).toEqual({ status: 0, stdout: "every operation is complete\n", stderr: "" });
});

test.each([
  ["no arguments", [], /^new-operation: expected a METHOD and a PATH, found neither\nnew-operation: Usage: pnpm/],
  [
    "a missing document",
    ["GET", TWIN.path, "--document", "/nowhere.json"],
    /\/nowhere\.json: cannot be opened \(ENOENT\)\n$/,
  ],
  ["a page", ["GET", TWIN.path, "--document", path.join(repository, "README.md")], /README\.md: is not valid JSON/],
  ["an address that does not respond", ["GET", TWIN.path, "--document", "http://127.0.0.1:9/"], /cannot be reached/],
])("%s: exit code 2, the reason without a stack trace, and nothing is written", (_, parameters, message) => {
  const before = textsIn(root);
  const { status, stdout, stderr } = run("new-operation.ts", ...parameters, "--root", root);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(textsIn(root)).toEqual(before);
});

test("an operation is written, and refused by pnpm check:operations until it is complete", () => {
  const { status, stdout, stderr } = run(
    "new-operation.ts",
    TWIN.method,
    TWIN.path,
    "--document",
    document,
    "--root",
    root,
  );
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^getImaginaryTwin: \d+ files written, \d+ of them to complete\.\n/);
  expect(stdout).toMatch(/^ {2}packages\/sandbox\/src\/operations\/get-imaginary-twin\.ts {2}\(2 TODO\)$/m);
  const check = run("check-operations.ts", root);
  expect(check.status).toBe(1);
  expect(check.stderr).toMatch(/^packages\/sandbox\/src\/operations\/get-imaginary-twin\.ts:\d+: TODO/m);
  expect(check.stderr).toMatch(/^\d+ problems\. See "Adding an operation" in CONTRIBUTING\.md\.$/m);
});

test("a TODO in any file is refused", () => {
  appendFileSync(path.join(root, "spec/README.md"), todo("explain it\n"));
  expect(run("check-operations.ts", root).stderr).toMatch(/^spec\/README\.md:\d+: TODO\(new-operation\): explain it$/m);
});
