/**
 * The header of every derived TypeScript file: the source, and the command that writes the file. It has no hash, so that
 * only files whose content changes differ, and two branches do not conflict in the header.
 */
export const header: string =
  "// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.\n\n";

/** The header as a string, for JSON, which has no comments. */
export const headerText: string = header.trim().replace(/^\/\/ /, "");
