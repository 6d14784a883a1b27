import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { derivedFilesOnDisk } from "./derived-files.ts";

/**
 * Compares derived files with those in a repository, one line a difference: what was never written, what differs, what
 * nothing derives any more, and what is not committed.
 */
export async function generatedProblems(root: string, files: ReadonlyMap<string, string>): Promise<string[]> {
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
  return [
    ...problems,
    ...status
      .split("\n")
      .filter(Boolean)
      .map((line) => `uncommitted  ${line}`),
  ];
}
