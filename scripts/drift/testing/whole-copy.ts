import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const NOT_COPIED = [".git", ".turbo", ".reports", "node_modules"];

/**
 * Copies a built repository and commits it. The installed packages are linked, except those of the repository itself: links
 * between its packages are relative, so they stay inside the copy.
 */
export async function wholeCopy(root: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), "modulex-instantly-whole-"));
  for (const name of await readdir(root)) {
    if (!NOT_COPIED.includes(name))
      await cp(path.join(root, name), path.join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  const installed = path.join(root, "node_modules");
  await mkdir(path.join(copy, "node_modules"));
  for (const name of await readdir(installed)) {
    if (!/^\.(vite|cache)/.test(name)) await symlink(path.join(installed, name), path.join(copy, "node_modules", name));
  }
  const git = (...parameters: string[]) => execFileSync("git", parameters, { cwd: copy });
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "copy");
  return copy;
}

/** Reverts all changes of a copy. Ignored files, such as what was built, stay. */
export function resetCopy(copy: string): void {
  execFileSync("git", ["reset", "--hard", "--quiet"], { cwd: copy });
  execFileSync("git", ["clean", "-fdq"], { cwd: copy });
}
