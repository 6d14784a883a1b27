import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tarballFiles } from "./tarball-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "modulex-instantly-tarball-"));
  mkdirSync(path.join(folder, "package", "dist"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function packed(...entries: readonly string[]): string {
  execFileSync("tar", ["--format=ustar", "-czf", "a.tgz", ...entries], { cwd: folder });
  return path.join(folder, "a.tgz");
}

test("lists the files of a tarball, of any size", () => {
  writeFileSync(path.join(folder, "package", "LICENSE"), "x".repeat(513));
  writeFileSync(path.join(folder, "package", "dist", "index.js"), "");
  writeFileSync(path.join(folder, "package", "package.json"), "{}".repeat(256));
  const file = packed("package/LICENSE", "package/dist/index.js", "package/package.json");
  expect(tarballFiles(file)).toEqual(["LICENSE", "dist/index.js", "package.json"]);
});

test("rejects a link, and a file outside of package/", () => {
  symlinkSync("/etc/passwd", path.join(folder, "package", "link"));
  expect(() => tarballFiles(packed("package/link"))).toThrow("package/link is not a plain file");
  writeFileSync(path.join(folder, "beside"), "");
  expect(() => tarballFiles(packed("beside"))).toThrow("beside is not in package/");
});
