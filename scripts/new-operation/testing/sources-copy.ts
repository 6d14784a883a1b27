import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The repository. */
export const repository: string = path.resolve(import.meta.dirname, "../../..");

/** What the scaffold reads and writes. */
const READ = [
  ...["spec", "packages/client/src/resources", "packages/client/src/index.ts", "packages/client/src/reconcile"],
  ...["packages/sandbox/src/operations", "packages/actions/src/actions", "tests/operations", ".changeset"],
  ...["packages/inspector/src/log/client-methods.ts", "README.md"],
];

/** A copy of the sources that the scaffold reads, as a repository of git. The caller removes it. */
export function sourcesCopy(): string {
  const copy = mkdtempSync(path.join(tmpdir(), "modulex-instantly-new-operation-"));
  const filter = (source: string) => path.basename(source) !== "node_modules";
  for (const name of READ) cpSync(path.join(repository, name), path.join(copy, name), { recursive: true, filter });
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  return copy;
}

/** The text of every file in a folder, by path. */
export function textsIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(
    names
      .filter((name) => !name.startsWith(".git/"))
      .sort()
      .map((name) => [name.replaceAll(path.sep, "/"), readFileSync(path.join(folder, name), "utf8")]),
  );
}
