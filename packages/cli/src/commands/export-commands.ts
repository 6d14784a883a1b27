import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import { actionCommands } from "../catalog/action-command.ts";
import type { CliContext } from "../context.ts";
import { listFlags } from "../flags/list-flags.ts";
import { parameterFlags } from "../flags/parameter-flags.ts";
import { workspaceFlags } from "../flags/workspace-flags.ts";
import type { ExportFlags, ExportGroup } from "../run/run-export.ts";

/** The commands that export leads and emails, with the filters of the lists. */
export function exportCommand(group: ExportGroup): Command<CliContext> {
  const list = actionCommands().find((command) => command.group === group && command.verb === "list");
  if (list === undefined) throw new Error(`there is no list of ${group}`);
  const filters = list.parameters.filter(({ name }) => name !== "limit" && name !== "starting_after");
  const formats = group === "emails" ? ["csv", "ndjson", "mbox"] : ["csv", "ndjson"];
  const flags = {
    ...parameterFlags(filters),
    format: {
      kind: "enum",
      values: formats,
      optional: true,
      brief: "The format. Default: by the name of --out, else ndjson",
    },
    out: {
      kind: "parsed",
      parse: String,
      optional: true,
      placeholder: "file",
      brief: "The file to write. Default: stdout",
    },
    force: { kind: "boolean", optional: true, withNegated: false, brief: "Replace the file of --out" },
    max: listFlags.max,
    ...workspaceFlags,
  };
  return buildCommand<ExportFlags, [], CliContext>({
    docs: {
      brief: `Export ${group} to a file`,
      fullDescription: [
        `Writes all ${group}, or those that the flags select, page by page. A file is there only when it is complete. In CSV,`,
        "what a spreadsheet would run as a formula starts with an apostrophe.",
      ].join("\n"),
    },
    parameters: { flags: flags as never },
    loader: async () => {
      const { runExport } = await import("../run/run-export.ts");
      return function run(this: CliContext, given: ExportFlags) {
        return runExport(this, { ...list, parameters: filters }, group, given);
      };
    },
  });
}
