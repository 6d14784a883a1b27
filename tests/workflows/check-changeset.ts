/**
 * Fails if a branch changes published files without a changeset. BASE_COMMIT is the base of the branch; it defaults to
 * `main`.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageJson } from "../packed/published-packages.ts";
import { changedFiles } from "./changed-files.ts";
import { missingChangesets } from "./missing-changesets.ts";

const root = path.resolve(import.meta.dirname, "../..");
const base = process.env["BASE_COMMIT"] || "main";
const changed = changedFiles(root, base);
const changesets = changed
  .filter(({ path: file, status }) => /^\.changeset\/(?!README)[\w-]+\.md$/.test(file) && status !== "D")
  .map(({ path: file }) => readFileSync(path.join(root, file), "utf8"));
const isPrivate = (folder: string): boolean => {
  const directory = path.join(root, "packages", folder);
  return existsSync(path.join(directory, "package.json")) && packageJson(directory).private === true;
};

const missing = missingChangesets(changed, changesets, isPrivate);
if (missing.length > 0) {
  console.error(`no changeset describes the change for users of: ${missing.join(", ")}`);
  console.error("Write one with `pnpm exec changeset`; `pnpm exec changeset --empty` if nothing will be released.");
  process.exit(1);
}
console.log(`${changed.length} changed files, ${changesets.length} changesets: ok`);
