import type { Scaffold } from "./scaffold.ts";

/** Says what was written, what is left to write, and what to run. */
export function scaffoldText({ id, files, open }: Scaffold): string {
  const lines = files.map((file) => {
    const count = open.get(file);
    return `  ${file}${count === undefined ? "" : `  (${count} TODO)`}`;
  });
  return [
    `${id}: ${files.length} files written, ${open.size} of them to complete.`,
    ...lines,
    "",
    "Next: complete every TODO, then run",
    "  pnpm generate",
    "  pnpm check:operations   # names what is still missing, with file and example",
    "  pnpm lint:spec && pnpm lint && pnpm test",
    "",
  ].join("\n");
}
