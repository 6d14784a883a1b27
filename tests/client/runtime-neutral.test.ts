import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { importGraph, importsOf } from "./built-module.ts";

const packages = path.resolve(import.meta.dirname, "../../packages");
const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** The entries that must run in browsers, Bun, Deno and edge workers as well as in Node. */
const adapters = ["ai-sdk", "anthropic", "langchain", "mcp", "openai", "openai-agents"];
const neutral = [
  ...["types", "client", "actions"].map((name) => ({ name, file: "index" })),
  { name: "client", file: "opentelemetry" },
  ...adapters.map((adapter) => ({ name: "actions", file: `adapters/${adapter}` })),
].map(({ name, file }) => ({ name, file, entry: path.join(packages, name, `dist/${file}.js`) }));

describe.each(neutral)("the built entry $file of $name", ({ name, file, entry }) => {
  test("is there: build before testing", () => {
    expect(existsSync(entry), entry).toBe(true);
  });

  test("imports nothing of Node, at any depth", async () => {
    const graph = await importGraph(entry);
    const ofNode = [...graph].flatMap(([file, specifiers]) =>
      specifiers
        .filter((specifier) => builtins.has(specifier) || specifier.startsWith("node:"))
        .map((specifier) => `${path.relative(packages, file)} imports ${specifier}`),
    );
    expect(ofNode).toEqual([]);
  });

  test("imports no package that its package.json does not name", async () => {
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(
      await readFile(path.join(packages, name, "package.json"), "utf8"),
    ) as Readonly<Record<string, Record<string, string> | undefined>>;
    // A peer is optional: only the entry that is for it may import it.
    const allowed = { ...dependencies, ...(file === "opentelemetry" ? peerDependencies : {}) };
    const graph = await importGraph(entry);
    const bare = [...graph.values()].flat().filter((specifier) => !specifier.startsWith("."));
    const named = bare.map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    );
    expect(Object.keys(allowed)).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  test("uses no global that only Node has", async () => {
    const graph = await importGraph(entry);
    for (const file of graph.keys()) {
      const source = (await readFile(file, "utf8")).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      expect(source, path.relative(packages, file)).not.toMatch(
        /\b(process|Buffer|__dirname|global|setImmediate)\b\s*[.[(]/,
      );
    }
  });
});

test("the walk finds what it looks for", async () => {
  expect(
    importsOf('import a from "node:fs"; export * from "./b.js"; await import("c"); export { d } from "d";'),
  ).toEqual(expect.arrayContaining(["node:fs", "./b.js", "c", "d"]));
  const graph = await importGraph(path.join(packages, "client/dist/index.js"));
  expect(graph.size).toBeGreaterThan(1);
  expect([...(await importGraph(path.join(packages, "client/dist/node.js"))).values()].flat()).toContain(
    "node:async_hooks",
  );
});
