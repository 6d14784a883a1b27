import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { publishedPackages } from "../packed/published-packages.ts";
import { codeBlocks } from "./code-block.ts";

const root = path.resolve(import.meta.dirname, "../..");
const names = publishedPackages().map(({ folder }) => folder);

describe.each(names)("the README of packages/%s", (name) => {
  const folder = path.join(root, "packages", name);
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

  const manifest = JSON.parse(read("package.json")) as {
    readonly name: string;
    readonly exports: Record<string, unknown>;
  };
  const isLibrary = "." in manifest.exports;

  it("is short, and starts with the name, the installation, and an example", () => {
    const text = read("README.md");
    const { name: npmName } = manifest;
    expect(text.split("\n").length).toBeLessThanOrEqual(150);
    expect(text.split("\n")[0]).toBe(`# ${npmName}`);
    const blocks = codeBlocks(`packages/${name}/README.md`, text);
    expect(blocks.some(({ language, code }) => language === "sh" && code.includes(npmName))).toBe(true);
    // A package without a library has a session of its command instead of a program; tests/cli runs it.
    const isExample = (block: { readonly language: string; readonly mark?: string | undefined }) =>
      isLibrary ? block.language === "ts" : block.mark === "session";
    expect(blocks.some(isExample)).toBe(true);
  });

  it("links to the public API, and to the errors if it uses the client", () => {
    if (isLibrary) expect(read("README.md")).toContain("(src/index.ts)");
    const isOfClient = read("package.json").includes('"@modulex-instantly/client"');
    expect(!isOfClient || read("README.md").includes("docs/errors.md")).toBe(true);
  });
});
