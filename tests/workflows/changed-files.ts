import { execFileSync } from "node:child_process";
import { withoutProse } from "../../scripts/spec/without-prose.ts";
import type { ChangedFile } from "./missing-changesets.ts";

/** Lists the files that a branch adds, changes or removes since it left its base, and whether only prose differs. */
export function changedFiles(root: string, base: string): ChangedFile[] {
  const git = (...parameters: string[]) =>
    execFileSync("git", parameters, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const start = git("merge-base", base, "HEAD").trim();
  return git("diff", "--no-renames", "--name-status", start, "HEAD")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [status = "", path = ""] = line.split("\t");
      if (status !== "M") return { status, path };
      const [before, after] = [start, "HEAD"].map((commit) => withoutProse(path, git("show", `${commit}:${path}`)));
      return { status, path, isProse: before === after };
    });
}
