import type { SourceFile } from "./source-files.ts";
import { isDerived } from "./source-files.ts";

const MOST_LINES = 250;
const HEADER = /^\/\/ Derived from \S+.*\. Do not edit by hand: .*`pnpm generate`\.\n/;
/** Generic names that collect unrelated code. */
const EMPTY_NAME = /(^|[-/])(utils?|helpers?|common|misc|shared|lib|stuff|index-\d+)([-./]|$)/;

/** Lists violations of the house style: names, lengths, headers, the public API. */
export function styleProblems(files: readonly SourceFile[]): string[] {
  const problems: string[] = [];
  const byHand = files.filter((file) => !isDerived(file));
  for (const { path: file, text } of byHand) {
    const lines = linesOf(text);
    const name = file.replace(/^packages\/[^/]+\/src\//, "");
    if (lines > MOST_LINES) problems.push(`${file} has ${lines} lines; at most ${MOST_LINES} are allowed`);
    if (EMPTY_NAME.test(name)) problems.push(`${file} has a generic name`);
    if (!/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.(test|test-d))?\.tsx?$/.test(name)) {
      problems.push(`${file} is not in kebab-case`);
    }
  }
  for (const file of files) {
    if (isDerived(file) && !HEADER.test(file.text)) problems.push(`${file.path} does not name its source`);
    if (file.path.endsWith("/src/index.ts") && /^export (?!type )\*/m.test(file.text)) {
      problems.push(`${file.path} has a wildcard export: list the exports by name`);
    }
  }
  return problems;
}

function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
