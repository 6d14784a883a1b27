import type { Source } from "../spec/source.ts";

/** The first lines of every derived TypeScript file: source, its hash, a warning, and the command. */
export function header(source: Source): string {
  return `// Derived from spec/ (sha256 ${source.hash}). Do not edit by hand: change the spec, then run \`pnpm generate\`.\n\n`;
}

/** The same for JSON, which has no comments, as the value of a first property. */
export function headerText(source: Source): string {
  return header(source)
    .trim()
    .replace(/^\/\/ /, "");
}
