import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { TODO } from "./todo.ts";

/** Lists what a person has not written yet, as `file:line: what`. Every file that git would commit is searched. */
export function openTodos(root: string): string[] {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  const names = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], options).split(
    "\0",
  );
  return [...new Set(names)].sort().flatMap((name) => {
    const file = path.join(root, name);
    // A link to a folder is listed, too.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return [];
    return todosIn(readFileSync(file, "utf8")).map(([line, what]) => `${name}:${line}: ${what}`);
  });
}

function todosIn(text: string): [line: number, what: string][] {
  if (!text.includes(TODO)) return [];
  return text.split("\n").flatMap((line, index) => {
    const at = line.indexOf(TODO);
    return at < 0 ? [] : [[index + 1, line.slice(at).replace(/["'],?$|\s*\*\/$/, "")] as [number, string]];
  });
}
