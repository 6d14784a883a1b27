import type { Command, FlagParametersForType } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import { usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";
import type { LeadImportFlags } from "../run/run-lead-import.ts";

const text = (placeholder: string, brief: string) =>
  ({ kind: "parsed", parse: String, optional: true, placeholder, brief }) as const;
const texts = (placeholder: string, brief: string) => ({ ...text(placeholder, brief), variadic: true }) as const;
const toggle = (brief: string) => ({ kind: "boolean", optional: true, withNegated: false, brief }) as const;

const flags: FlagParametersForType<LeadImportFlags, CliContext> = {
  campaign: text("id", "The campaign to put the leads into"),
  list: text("id", "The lead list to put the leads into, instead of a campaign"),
  map: texts(
    "header=field",
    "What a column becomes, such as Mail=email or Plan=custom_variables.plan. Repeat the flag for more",
  ),
  skip: texts("header", "A column to leave out; #7 is the seventh one. Repeat the flag for more"),
  results: text("file", "The result file. Default: the name of the file with .results.jsonl"),
  encoding: text("name", "The encoding of the file, such as windows-1252, if it is neither UTF-8 nor UTF-16"),
  delimiter: text("name", "comma, semicolon, tab or pipe, if it is not detected"),
  skipFaulty: toggle("Import the rows without faults, and record the others as rejected"),
  skipIfInWorkspace: toggle(
    "Skip addresses that are anywhere in the workspace, not only those that the campaign or list has",
  ),
  verify: toggle("Let Instantly verify the addresses, which costs credits"),
  settle: {
    ...text("seconds", "How long after a lost response the absence of its lead is a proof. Default: 60"),
    parse: seconds,
  },
  json: toggle("Print the counts as JSON"),
  dryRun: toggle("Print the counts that the import would reach. It reads, and sends nothing"),
  yes: toggle("Send without a question, for scripts"),
  ...workspaceFlags,
};

/** The command that imports leads. */
export const importLeadsCommand: Command<CliContext> = buildCommand<LeadImportFlags, [string], CliContext>({
  docs: {
    brief: "Import leads from a CSV file",
    fullDescription: [
      "Imports a CSV file: all rows are checked first, each address is created at most once, and every result is written to",
      "a file. After ^C or any other end, the same command resumes from that file. Columns with the usual names become lead",
      "fields, and the others custom variables.",
    ].join("\n"),
  },
  parameters: {
    flags,
    positional: { kind: "tuple", parameters: [{ brief: "The CSV file", placeholder: "file", parse: String }] },
  },
  loader: async () => {
    const { runLeadImport } = await import("../run/run-lead-import.ts");
    return function run(this: CliContext, given: LeadImportFlags, file: string) {
      return runLeadImport(this, given, file);
    };
  },
});

function seconds(given: string): number {
  if (!/^\d{1,5}$/.test(given))
    throw usageError(`--settle: expected a whole number of seconds, such as 60, received ${JSON.stringify(given)}`);
  return Number(given);
}
