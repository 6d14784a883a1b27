import { parseArgs } from "node:util";

/** Whether `--short` was given: less of the same work, as CI runs it. Throws for any other argument. */
export function isShort(): boolean {
  // `pnpm run` passes a separator along.
  const args = process.argv.slice(2).filter((argument) => argument !== "--");
  return parseArgs({ args, options: { short: { type: "boolean", default: false } } }).values.short;
}
