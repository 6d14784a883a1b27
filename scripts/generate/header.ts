import type { Source } from "../spec/source.ts";

/** The header of every derived TypeScript file: the source, its hash, and the command that writes the file. */
export function header(source: Source): string {
  return `// Derived from spec/ (sha256 ${source.hash}). Do not edit by hand: change the spec, then run \`pnpm generate\`.\n\n`;
}

/** The header as a string, for JSON, which has no comments. */
export function headerText(source: Source): string {
  return header(source)
    .trim()
    .replace(/^\/\/ /, "");
}
