import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { filesBelow, root } from "../meta/source-files.ts";

const folder = path.join(root, "examples");
const rows = readFileSync(path.join(folder, "README.md"), "utf8")
  .split("\n")
  .flatMap((line) => [...line.matchAll(/^\| \[([\w-]+)\]\(([^)]+)\) \| .+ \| `([^`]+)` \|$/g)])
  .map(([, name = "", file = "", command = ""]) => ({ name, file, command }));
const programs = filesBelow("examples").filter(({ path: file }) => !/node_modules|\.gen\.ts$/.test(file));

test("the table of the examples has a row for each folder, and each row a file and a command that exist", () => {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules");
  expect(rows.map(({ name }) => name).sort()).toEqual(["tour", ...folders.map(({ name }) => name)].sort());
  for (const { file, command } of rows) {
    expect(existsSync(path.join(folder, file)), file).toBe(true);
    const [, run = ""] = /^npx (?:tsx|vitest run) ([\w./-]+)$/.exec(command) ?? [];
    expect(existsSync(path.join(root, run)), command).toBe(true);
  }
});

/** The casts, the asserted values, the empty texts instead of a value, and the silenced errors of a program. */
function tricks(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = [...text.matchAll(/@ts-\w+|biome-ignore/g)].map(([word]) => `${file}: ${word}`);
  const look = (node: ts.Node): void => {
    const isEmptyText =
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
      ts.isStringLiteral(node.right) &&
      node.right.text === "";
    const isCast =
      (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) || ts.isTypeAssertionExpression(node);
    if (isEmptyText || isCast || ts.isNonNullExpression(node) || node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(`${file}: ${node.getText()}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test("the examples have no cast, no !, no ?? with an empty text, no any and no silenced error", () => {
  const own = programs.filter(({ path: file }) => !file.startsWith("examples/tour"));
  expect(own.length).toBeGreaterThanOrEqual(10);
  expect(own.flatMap(({ path: file, text }) => tricks(file, text))).toEqual([]);
});

test.each([
  "const a = b as Lead;",
  "const a = <Lead>b;",
  "const a = b.email!;",
  'const a = b ?? "";',
  "const a: any = b;",
  "// @ts-expect-error wrong\nconst a = b;",
])("%s is found", (text) => {
  expect(tricks("made-up.ts", text)).toHaveLength(1);
  expect(tricks("made-up.ts", 'const a = [1, "as any", b ?? "x"] as const;')).toEqual([]);
});
