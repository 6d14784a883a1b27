import { execFileSync } from "node:child_process";
import { readDerivedFiles } from "./derived-files.ts";

/** Lists the derived files in a repository that are missing, out of date, no longer derived or not committed. */
export async function derivedFileProblems(root: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const problems: string[] = [];
  const onDisk = await readDerivedFiles(root);
  for (const [name, content] of files) {
    if (!onDisk.has(name)) problems.push(`missing      ${name}`);
    else if (onDisk.get(name) !== content) problems.push(`out of date  ${name}`);
  }
  for (const name of onDisk.keys()) {
    if (!files.has(name)) problems.push(`obsolete     ${name}`);
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
