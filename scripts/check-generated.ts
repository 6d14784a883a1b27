/** Fails when a derived file differs from what the spec gives, is missing, is left over, or is not committed. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { derive } from "./generate/derive.ts";
import { derivedFilesOnDisk } from "./generate/derived-files-on-disk.ts";

const root = path.resolve(import.meta.dirname, "..");
const files = await derive(path.join(root, "spec"));
const problems: string[] = [];
for (const [name, content] of files) {
  const onDisk = await readFile(path.join(root, name), "utf8").catch(() => undefined);
  if (onDisk === undefined) problems.push(`missing      ${name}`);
  else if (onDisk !== content) problems.push(`out of date  ${name}`);
}
for (const name of await derivedFilesOnDisk(root)) {
  if (!files.has(name)) problems.push(`left over    ${name}`);
}
const status = execFileSync("git", ["status", "--porcelain", "--untracked-files=all", "--", ...files.keys()], {
  cwd: root,
  encoding: "utf8",
});
for (const line of status.split("\n").filter(Boolean)) problems.push(`uncommitted  ${line}`);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error("\nTo mend it: pnpm generate, then commit the derived files together with the spec.");
  process.exit(1);
}
console.log(`${files.size} derived files are fresh and committed`);
