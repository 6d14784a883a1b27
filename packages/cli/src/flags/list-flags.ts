import type { FlagParametersForType } from "@stricli/core";
import { usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";

/** The flags that say how much of a list is read. */
export interface ListFlags {
  readonly all?: boolean | undefined;
  readonly max?: number | undefined;
}

/** The flags of every command that reads a list. */
export const listFlags: FlagParametersForType<ListFlags, CliContext> = {
  all: { kind: "boolean", optional: true, withNegated: false, brief: "Read all pages" },
  max: {
    kind: "parsed",
    parse: wholeNumber,
    optional: true,
    placeholder: "number",
    brief: "Read pages until there are this many",
  },
};

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw usageError("--max: expected a whole number from 1");
  return Number(text);
}
