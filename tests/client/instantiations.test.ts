import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { codeBlocks } from "../docs/code-block.ts";

const root = path.resolve(import.meta.dirname, "../..");
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** The types that the compiler instantiates for a program, which is what checking it costs. */
function instantiationsOf(code: string): number {
  const file = path.join(root, "tests/client/instantiations-sample.ts");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  expect(program.getSemanticDiagnostics().map(({ messageText }) => messageText)).toEqual([]);
  return program.getInstantiationCount();
}

const readme = codeBlocks("README.md", readFileSync(path.join(root, "README.md"), "utf8"));
const [first] = readme.filter(({ language }) => language === "ts");
const setUp = `import { createInstantlyClient } from "@modulex-instantly/client";
const instantly = createInstantlyClient();`;

test.each([
  ["the first program of the README", first?.code ?? ""],
  ["a page", `${setUp} export const { items } = await instantly.campaigns.list({ limit: 5 });`],
  [
    "a reply",
    `${setUp} await instantly.emails.reply({ reply_to_uuid: "", eaccount: "", subject: "", body: { text: "" } });`,
  ],
  ["another route", `${setUp} export const { data } = await instantly.request({ method: "GET", path: "/api/v2/x" });`],
])("%s is checked with few instantiations", (_, code) => {
  expect(code).toContain("createInstantlyClient");
  expect(instantiationsOf(code)).toBeLessThanOrEqual(100);
});
