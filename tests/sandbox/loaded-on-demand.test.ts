import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const dist = fileURLToPath(new URL("../../packages/sandbox/dist", import.meta.url));

/** A built file and all files that it loads at once. */
function loadedWith(file: string, known: Map<string, string> = new Map()): Map<string, string> {
  if (known.has(file)) return known;
  const source = readFileSync(path.join(dist, file), "utf8");
  known.set(file, source);
  for (const [, , next = ""] of source.matchAll(/^(import|\} from|export \{[^}]*\} from)[^"\n]*"\.\/([^"]+)";$/gm)) {
    loadedWith(next, known);
  }
  return known;
}

/** Whether a source has a class. */
function declares(source: string, name: string): boolean {
  return new RegExp(`\\bclass ${name}\\b|\\bvar ${name} = class\\b`).test(source);
}

test.each(["index.js", "bin.js"])("importing %s loads no control routes: the first request to one does", (entry) => {
  const loaded = [...loadedWith(entry).values()].join("\n");
  expect(declares(loaded, "RequestHandler")).toBe(true);
  for (const name of ["ControlServer", "EventStream", "MailIndex", "ForkedDatabase"]) {
    expect(declares(loaded, name), name).toBe(false);
  }
  const later = [...loaded.matchAll(/import\("\.\/(control-server-[^"]+)"\)/g)].map(([, file = ""]) => file);
  expect(later).toHaveLength(1);
  expect(declares(loadedWith(later[0] ?? "").get(later[0] ?? "") ?? "", "MailIndex")).toBe(true);
});
