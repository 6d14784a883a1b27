import type { FlagParametersForType } from "@stricli/core";
import { usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";

/** How a result is printed. */
export type OutputFormat = "json" | "ndjson" | "csv" | "table";

/** The flags that say what is printed. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly ndjson?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly select?: string | undefined;
}

const format = (brief: string) => ({ kind: "boolean", optional: true, withNegated: false, brief }) as const;

/** The flags of every command that prints data. */
export const outputFlags: FlagParametersForType<OutputFlags, CliContext> = {
  json: format("Print JSON"),
  ndjson: format("Print one JSON object per line"),
  csv: format("Print CSV with a header. What a spreadsheet would run as a formula starts with an apostrophe"),
  fields: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: ",",
    placeholder: "names",
    brief: "Only these fields, separated by commas; dots for inner ones, such as id,payload.city",
  },
  select: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "expression",
    brief: "Select from the JSON with a JMESPath expression, such as leads[].email",
  },
};

/**
 * The format that the flags ask for. The default is a table on a terminal, and JSON otherwise.
 *
 * @throws CommandError if two formats are given.
 */
export function outputFormat(flags: OutputFlags, isTerminal: boolean): OutputFormat {
  const given = (["json", "ndjson", "csv"] as const).filter((name) => flags[name]);
  if (given.length > 1) throw usageError(`--${given.join(" and --")}: give one of them`);
  if (flags.select !== undefined && (flags.csv || flags.fields !== undefined)) {
    throw usageError(
      `--select: not together with --${flags.csv ? "csv" : "fields"}; the expression selects the fields`,
    );
  }
  return given[0] ?? (isTerminal && flags.select === undefined ? "table" : "json");
}
