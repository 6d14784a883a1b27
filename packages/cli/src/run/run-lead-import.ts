import { isInstantlyError } from "@modulex-instantly/client";
import { PROGRAM } from "../catalog/command-words.ts";
import { CommandError } from "../command-error.ts";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { errorMessage, exitCodeOfThrown } from "../error-message.ts";
import { ExitCode } from "../exit-code.ts";
import { askYesNo, assertCanAsk } from "../guard/ask.ts";
import type { Column } from "../import/column-mapping.ts";
import { mapColumns } from "../import/column-mapping.ts";
import type { ImportPlan, ImportProgress, ImportReport } from "../import/import-leads.ts";
import { importLeads } from "../import/import-leads.ts";
import { print } from "../output/print.ts";
import type { ProgressBar } from "../output/progress-bar.ts";
import { duration, startProgressBar } from "../output/progress-bar.ts";
import { safeJson, safeLine } from "../output/safe-text.ts";
import { chooseColumns } from "./choose-columns.ts";
import { shellWord } from "./verifying-command.ts";

/** The flags of `leads import`. */
export interface LeadImportFlags extends WorkspaceFlags {
  readonly campaign?: string | undefined;
  readonly list?: string | undefined;
  readonly map?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly results?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly skipFaulty?: boolean | undefined;
  readonly skipIfInWorkspace?: boolean | undefined;
  readonly verify?: boolean | undefined;
  readonly settle?: number | undefined;
  readonly json?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

/**
 * Imports a CSV file, asks what is not clear on a terminal, and prints the counts.
 *
 * @throws CommandError if rows are left, rejected or unknown, with the command that resumes.
 */
export async function runLeadImport(context: CliContext, flags: LeadImportFlags, file: string): Promise<void> {
  const { isInteractive, signal, stderr } = context;
  const isAsked = isInteractive && !flags.yes;
  if (!flags.dryRun) assertCanAsk(context, flags.yes, "leads import");
  const workspace = await context.openWorkspace(flags, !flags.dryRun);
  const progress = progressBars(context);
  try {
    const { results, settle = 60, ...given } = flags;
    const report = await importLeads({
      ...given,
      client: workspace.client,
      file,
      signal,
      resultFile: results,
      intervalMs: flags.sandbox ? 0 : undefined,
      settleMs: settle * 1_000,
      chooseColumns: isAsked ? (mapping) => chooseColumns(context, mapping) : undefined,
      confirm: isAsked ? (plan) => confirmImport(context, plan) : undefined,
      onProgress: progress.update,
      onSettle: (rows, waitMs) => {
        progress.stop();
        if (waitMs >= 1_000) {
          stderr.write(`Waiting ${duration(waitMs / 1_000)}, then ${rows} rows without a response are looked up\n`);
        }
      },
    });
    progress.stop();
    if (isStarted(report) || flags.json)
      await print(context.stdout, flags.json ? `${safeJson(countsOf(report, flags), 2)}\n` : reportText(report, flags));
    throwUnlessDone(report, resumeCommand(file, flags, report.columns));
  } finally {
    progress.stop();
    await workspace.close();
  }
}

/** One bar while the rows are checked, and one while they are sent. */
function progressBars(context: CliContext): { update: (progress: ImportProgress) => void; stop: () => void } {
  let phase = "";
  let bar: ProgressBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stop,
    update: (progress) => {
      const done = progress.created + progress.skipped + progress.rejected;
      const [value, total] = progress.phase === "checking" ? [progress.rows, undefined] : [done, progress.rows];
      bar?.update(value, total);
      if (phase === progress.phase) return;
      phase = progress.phase;
      stop();
      const unit = progress.phase === "checking" ? "rows checked" : "rows";
      const started = phase;
      void startProgressBar(context, unit, total).then((next) => {
        if (phase === started && bar === undefined) bar = next;
        else next.stop();
      });
    },
  };
}

function confirmImport(context: CliContext, { target, leads, isResumed }: ImportPlan): Promise<boolean> {
  const place = `${"campaign" in target.target ? "the campaign" : "the list"} "${safeLine(target.name)}"`;
  const mailed = target.isActive ? " It is active, so they will be mailed." : "";
  return askYesNo(
    context,
    `${isResumed ? "Go on: add" : "Add"} up to ${leads} ${leads === 1 ? "lead" : "leads"} to ${place}?${mailed}`,
  );
}

function rowsText(count: number): string {
  return `${count} ${count === 1 ? "row" : "rows"}`;
}

function isStarted({ end }: ImportReport): boolean {
  return end !== "faults" && end !== "declined";
}

function countsOf(report: ImportReport, { dryRun = false }: LeadImportFlags): object {
  const { rows, created, skipped, rejected, unknown, remaining, faults, resultFile } = report;
  return {
    dry_run: dryRun,
    ...{ rows, created, skipped, rejected, unknown, remaining },
    faults: faults.count,
    result_file: dryRun || !isStarted(report) ? null : resultFile,
    fault_file: faults.count > 0 ? faults.file : null,
  };
}

function reportText(report: ImportReport, { dryRun }: LeadImportFlags): string {
  const { rows, created, skipped, rejected, unknown, remaining, target, resultFile } = report;
  const place = `${"campaign" in target.target ? "campaign" : "list"} "${safeLine(target.name)}"`;
  const counts = { created, skipped, rejected, unknown, "not sent": remaining };
  const lines = Object.entries(counts).filter(([name, count]) => count > 0 || name === "created");
  return [
    dryRun
      ? `Dry run, nothing was sent. The import of ${rowsText(rows)} into the ${place} would reach:`
      : `${rowsText(rows)}, into the ${place}:`,
    ...lines.map(([name, count]) => `  ${name.padEnd(8)} ${count}`),
    ...(dryRun ? [] : [`Results: ${safeLine(resultFile)}`]),
    "",
  ].join("\n");
}

/** Ends the command with the exit code of what went wrong, and says what to do. */
function throwUnlessDone(report: ImportReport, resume: string): void {
  const { end, faults, rejected, unknown, remaining } = report;
  const fail = (exitCode: ExitCode, ...lines: readonly string[]): never => {
    throw new CommandError(lines.join("\n"), exitCode);
  };
  const goOn = ["To go on, run:", `  ${resume}`];
  if (end === "declined") fail(ExitCode.interrupted, "nothing was sent");
  if (end === "faults") {
    const shown = faults.first.map(
      ({ row, column, value, problem }) =>
        `  row ${row}, ${safeLine(column)}, ${safeJson(value.slice(0, 60))}: ${problem}`,
    );
    const more = faults.count > shown.length ? [`  and ${faults.count - shown.length} more`] : [];
    const advice = `All of them are in ${safeLine(faults.file)}. Correct the file, or import the other rows with --skip-faulty`;
    fail(
      ExitCode.usage,
      `${faults.count} ${faults.count === 1 ? "fault" : "faults"}, so the import did not start`,
      ...shown,
      ...more,
      advice,
    );
  }
  if (end === "interrupted") {
    const code = unknown > 0 ? ExitCode.unknownOutcome : ExitCode.interrupted;
    fail(code, `interrupted: ${remaining} rows were not sent, and ${unknown} are unknown`, ...goOn);
  }
  if (typeof end === "object") {
    const reason = isInstantlyError(end.error) ? end.error.message : errorMessage(end.error);
    const left = `${remaining} rows were not sent, and ${unknown} are unknown`;
    fail(exitCodeOfThrown(end.error) as ExitCode, `the import was stopped: ${safeLine(reason)}`, left, ...goOn);
  }
  if (unknown > 0) {
    fail(
      ExitCode.unknownOutcome,
      `it is unknown whether ${unknown} rows were created. Later, look them up again with:`,
      `  ${resume}`,
    );
  }
  if (rejected > 0)
    fail(
      ExitCode.rejected,
      `${rowsText(rejected)} ${rejected === 1 ? "was" : "were"} rejected; the reasons are in the result file`,
    );
}

/** The command that goes on with an import, without questions. */
function resumeCommand(file: string, flags: LeadImportFlags, columns: readonly Column[]): string {
  const words = ["leads", "import", file];
  const add = (flag: string, value: string | number | boolean | undefined) => {
    if (value === true) words.push(flag);
    else if (value !== undefined && value !== false) words.push(flag, String(value));
  };
  const { map = [], skip = [] } = flags;
  add("--campaign", flags.campaign);
  add("--list", flags.list);
  // What a person chose becomes flags.
  const headers = columns.map(({ header }) => header);
  const decided = mapColumns(headers, flags).columns;
  for (const [index, { header, target }] of columns.entries()) {
    if (decided[index]?.target === target) continue;
    if (target === null) add("--skip", header);
    else add("--map", `${header}=${target}`);
  }
  for (const pair of map) add("--map", pair);
  for (const header of skip) add("--skip", header);
  add("--results", flags.results);
  add("--encoding", flags.encoding);
  add("--delimiter", flags.delimiter);
  add("--skip-faulty", flags.skipFaulty);
  add("--skip-if-in-workspace", flags.skipIfInWorkspace);
  add("--verify", flags.verify);
  add("--settle", flags.settle);
  add("--sandbox", flags.sandbox);
  add("--workspace", flags.workspace);
  add("--key-stdin", flags.keyStdin);
  return safeLine([PROGRAM, ...words.map(shellWord), "--yes"].join(" "));
}
