import type { Email, Lead, ListEmailInput, ListLeadsInput } from "@modulex-instantly/client";
import type { ActionCommand } from "../catalog/action-command.ts";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { emailCsv } from "../export/email-csv.ts";
import type { ItemWriter } from "../export/export-items.ts";
import { exportItems } from "../export/export-items.ts";
import { jsonLines } from "../export/json-lines.ts";
import { leadCsv } from "../export/lead-csv.ts";
import { mbox } from "../export/mbox.ts";
import { openOutputFile, standardOutput } from "../export/output-file.ts";
import { readInput } from "../input/read-input.ts";
import { startProgressBar } from "../output/progress-bar.ts";
import { safeLine } from "../output/safe-text.ts";

/** What can be exported. */
export type ExportGroup = "leads" | "emails";

type Format = "csv" | "ndjson" | "mbox";

/** The flags of an export. Those of its filters are read by name. */
export type ExportFlags = WorkspaceFlags & {
  readonly format?: Format | undefined;
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
  readonly max?: number | undefined;
} & Readonly<Record<string, unknown>>;

const PAGE = 100;

/**
 * Exports leads or emails to a file or to stdout.
 *
 * @param command the list, whose parameters are the filters.
 * @throws CommandError or InstantlyError. A file is removed then.
 */
export async function runExport(
  context: CliContext,
  command: ActionCommand,
  group: ExportGroup,
  flags: ExportFlags,
): Promise<void> {
  const { stdout, stderr, signal } = context;
  const filter = { ...(await readInput(command, flags, undefined, context.stdin)), limit: PAGE };
  const format = flags.format ?? formatOf(flags.out, group);
  const workspace = await context.openWorkspace(flags, false);
  try {
    const { client } = workspace;
    const output =
      flags.out === undefined
        ? standardOutput(stdout)
        : await openOutputFile(flags.out, { replace: flags.force ?? false });
    const bar = flags.out === undefined && stdout.isTTY ? undefined : await startProgressBar(context, group, flags.max);
    const options = { signal, max: flags.max, onProgress: (items: number) => bar?.update(items) };
    try {
      const count =
        group === "leads"
          ? await exportItems(
              (paging) => client.leads.iterate(filter as ListLeadsInput, paging),
              leadWriter(format),
              output,
              options,
            )
          : await exportItems(
              (paging) => client.emails.iterate(filter as ListEmailInput, paging),
              emailWriter(format),
              output,
              options,
            );
      bar?.stop();
      if (flags.out !== undefined)
        stderr.write(`${count} ${count === 1 ? group.slice(0, -1) : group} written to ${safeLine(flags.out)}\n`);
    } finally {
      bar?.stop();
    }
  } finally {
    await workspace.close();
  }
}

function leadWriter(format: Format): ItemWriter<Lead> {
  return format === "csv" ? leadCsv() : jsonLines();
}

function emailWriter(format: Format): ItemWriter<Email> {
  if (format === "mbox") return mbox();
  return format === "csv" ? emailCsv() : jsonLines();
}

function formatOf(out: string | undefined, group: ExportGroup): Format {
  const ending = /\.(csv|mbox)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  if (ending === "mbox" && group !== "emails") return "ndjson";
  return (ending as Format | undefined) ?? "ndjson";
}
