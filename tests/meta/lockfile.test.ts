import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Lockfile, oneSystemOnly } from "./one-system-only.ts";

const lockfile = parse(readFileSync(path.resolve(import.meta.dirname, "../../pnpm-lock.yaml"), "utf8")) as Lockfile;

test("packages with a binary for Linux also have one for macOS and Windows", () => {
  expect(oneSystemOnly(lockfile)).toEqual([]);
});

test("a lockfile written for one system only is detected", () => {
  const { packages, snapshots } = structuredClone(lockfile);
  const turbo = Object.keys(snapshots).find((name) => name.startsWith("turbo@")) ?? "";
  const binaries = snapshots[turbo]?.optionalDependencies as Record<string, string>;
  delete binaries["@turbo/windows-64"];
  delete binaries["@turbo/windows-arm64"];
  expect(oneSystemOnly({ packages, snapshots })).toEqual([`${turbo} has binaries for linux and none for win32`]);
});
