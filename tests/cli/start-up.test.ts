import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const dist = path.resolve(import.meta.dirname, "../../packages/cli/dist");

/** The files that are loaded together with a file, and the packages that these import. */
function loadedWith(file: string, files = new Set<string>(), packages = new Set<string>()) {
  if (files.has(file)) return { files, packages };
  files.add(file);
  const text = readFileSync(path.join(dist, file), "utf8");
  for (const [, name = ""] of text.matchAll(/(?:^|[;}])(?:import|export)(?:[\w*{},$\s]*from)?"([^"]+)"/g)) {
    if (name.startsWith("./")) loadedWith(name.slice(2), files, packages);
    else packages.add(name);
  }
  return { files, packages };
}

test("--help loads only the command-line library, and neither the client nor the actions nor the sandbox", () => {
  const { files, packages } = loadedWith("bin.js");
  expect([...packages].filter((name) => !name.startsWith("node:")).sort()).toEqual(["@stricli/core", "leven"]);
  const bytes = [...files].reduce((sum, file) => sum + readFileSync(path.join(dist, file)).length, 0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(40_000);
});
