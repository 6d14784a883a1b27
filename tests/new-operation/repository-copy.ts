import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * A copy of a repository as git would commit it, with its own git and the same dependencies. Packages of the workspace are
 * those of the copy. The caller removes it.
 */
export function repositoryCopy(root: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), "modulex-instantly-copy-"));
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  const names = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], options).split(
    "\0",
  );
  for (const name of names) {
    const file = path.join(root, name);
    if (name !== "" && existsSync(file)) cpSync(file, path.join(copy, name));
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  // Relative links, so they lead to the packages of the copy.
  const verbatim = { recursive: true, verbatimSymlinks: true } as const;
  for (const folder of workspaceFolders(root)) {
    const from = path.join(root, folder, "node_modules");
    if (existsSync(from)) cpSync(from, path.join(copy, folder, "node_modules"), verbatim);
  }
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  return copy;
}

function workspaceFolders(root: string): string[] {
  const packages = readdirSync(path.join(root, "packages")).map((name) => `packages/${name}`);
  return [...packages, ...readdirSync(root).filter((name) => existsSync(path.join(root, name, "package.json")))];
}
