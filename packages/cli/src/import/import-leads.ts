import path from "node:path";
import type { InstantlyClient } from "@modulex-instantly/client";
import { usageError } from "../command-error.ts";
import type { CsvFormat } from "../csv/csv-rows.ts";
import { csvRows, detectFormat } from "../csv/csv-rows.ts";
import { knownDelimiter } from "../csv/delimiter.ts";
import type { InputFile } from "../csv/input-file.ts";
import { openInputFile } from "../csv/input-file.ts";
import { knownEncoding } from "../csv/text-encoding.ts";
import { AddressSet } from "./address-set.ts";
import type { FaultReport } from "./check-rows.ts";
import { checkRows } from "./check-rows.ts";
import type { Column, ColumnMapping, MappingFlags } from "./column-mapping.ts";
import { assertMapping, mapColumns } from "./column-mapping.ts";
import type { KnownTarget } from "./import-target.ts";
import { findTarget } from "./import-target.ts";
import { openResultFile, peekResults } from "./result-file.ts";
import type { ResultHeader } from "./result-lines.ts";
import type { RowCounts } from "./row-states.ts";
import { RowStates } from "./row-states.ts";
import { sendRows } from "./send-rows.ts";

/** 96 calls a second. With the 100 that are allowed, a call that takes a little longer than others would be one too many. */
const INTERVAL_MS = 10.4;

/** An import of a CSV file. */
export interface LeadImport extends MappingFlags {
  readonly client: InstantlyClient;
  readonly file: string;
  /** The id of the campaign, or of the lead list, that the leads are put into. */
  readonly campaign?: string | undefined;
  readonly list?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Default: the name of the input with `.results.jsonl`. */
  readonly resultFile?: string | undefined;
  /** Imports the rows without faults, and records the others as rejected. */
  readonly skipFaulty?: boolean | undefined;
  readonly skipIfInWorkspace?: boolean | undefined;
  /** Lets Instantly verify the addresses, which costs credits. */
  readonly verify?: boolean | undefined;
  /** Reads everything and sends nothing. */
  readonly dryRun?: boolean | undefined;
  /** How long after an open outcome the absence of a lead counts as proof, in milliseconds. Default 60,000. */
  readonly settleMs?: number | undefined;
  /** The time between two calls, in milliseconds. Default 10.4, which is a little below the limit of a workspace. */
  readonly intervalMs?: number | undefined;
  /** The time before a call is repeated that the rate limit rejected, in milliseconds. Default 5,000. */
  readonly rateLimitWaitMs?: number | undefined;
  /** Ends the import: no further row is sent, and those that are on their way are finished. */
  readonly signal?: AbortSignal | undefined;
  /** Asks what columns are to become. Without it, undecided columns become custom variables. */
  readonly chooseColumns?: ((mapping: ColumnMapping) => Promise<readonly Column[]>) | undefined;
  /** Asks whether the rows are to be sent. */
  readonly confirm?: ((plan: ImportPlan) => Promise<boolean>) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Called before rows with an open outcome are settled, with the time until then in milliseconds. */
  readonly onSettle?: ((rows: number, waitMs: number) => void) | undefined;
}

/** What is about to be sent. */
export interface ImportPlan {
  readonly target: KnownTarget;
  readonly columns: readonly Column[];
  /** How many leads may be created: the rows without a result, but without faults and repeated addresses. */
  readonly leads: number;
  readonly isResumed: boolean;
}

/** How far an import is. */
export interface ImportProgress extends RowCounts {
  readonly phase: "checking" | "sending";
  readonly rows: number;
}

/** The outcome of an import, over all of its runs. */
export interface ImportReport {
  readonly rows: number;
  readonly created: number;
  readonly skipped: number;
  readonly rejected: number;
  /** The rows of which it is not known whether they were created. */
  readonly unknown: number;
  /** The rows that were not sent. */
  readonly remaining: number;
  readonly faults: FaultReport;
  readonly target: KnownTarget;
  readonly columns: readonly Column[];
  readonly resultFile: string;
  readonly isResumed: boolean;
  /** Why rows remain: faults, a person said no, ^C, or the error that ended it. */
  readonly end: "complete" | "faults" | "declined" | "interrupted" | { readonly error: unknown };
}

/**
 * Imports a CSV file. All rows are checked before the first one is sent. Results are appended to a file, from which the same
 * import resumes after any kind of end: no row is sent twice, and rows with an open outcome are settled by reading.
 *
 * @throws CommandError if the input, the flags or the result file cannot be used. InstantlyError if the target cannot be read.
 */
export async function importLeads(given: LeadImport): Promise<ImportReport> {
  const encoding = given.encoding === undefined ? undefined : knownEncoding(given.encoding);
  const delimiter = given.delimiter === undefined ? undefined : knownDelimiter(given.delimiter);
  const input = await openInputFile(given.file);
  try {
    const format = await detectFormat(input, { encoding, delimiter });
    const mapping = mapColumns(await readHeaders(input, format), given);
    const columns = given.chooseColumns ? await given.chooseColumns(mapping) : mapping.columns;
    assertMapping(given.file, columns);
    const target = await findTarget(given.client, given, given.signal);
    return await importRows(given, { input, format, columns, target });
  } finally {
    await input.close();
  }
}

async function importRows(
  given: LeadImport,
  {
    input,
    format,
    columns,
    target,
  }: { input: InputFile; format: CsvFormat; columns: readonly Column[]; target: KnownTarget },
): Promise<ImportReport> {
  const {
    client,
    signal,
    dryRun = false,
    settleMs = 60_000,
    rateLimitWaitMs = 5_000,
    intervalMs = INTERVAL_MS,
  } = given;
  const resultFile = given.resultFile ?? `${given.file}.results.jsonl`;
  const faultsFile = `${resultFile.replace(/\.jsonl$/, "")}.faults.csv`;
  const states = new RowStates();
  const addresses = new AddressSet();
  const header = headerOf(given, { sha256: await input.hash(signal), columns, target });
  const progress = (phase: ImportProgress["phase"]) => () =>
    given.onProgress?.({ phase, rows: rowsOf(states.counts), ...states.counts });
  const results = dryRun ? undefined : await openResultFile(resultFile, header, states);
  try {
    const isResumed = results ? results.isResumed : await peekResults(resultFile, header, states);
    const onRow = progress("checking");
    const rows = { input, format, columns, states, addresses };
    const { faults, leads } = await checkRows({ ...rows, faultsFile, signal, onRow });
    const report = (end: ImportReport["end"]): ImportReport => {
      const { pending, open, ...counts } = states.counts;
      const about = { faults, target, columns, resultFile, isResumed };
      return { rows: rowsOf(states.counts), ...counts, unknown: open, remaining: pending, ...about, end };
    };
    if (faults.count > 0 && !given.skipFaulty) return report("faults");
    const rest = states.count("pending") + states.count("open");
    if (rest === 0) return report("complete");
    if (!dryRun && given.confirm && !(await given.confirm({ target, columns, leads, isResumed })))
      return report("declined");
    if (signal?.aborted) return report("interrupted");
    const options = {
      isAnywhere: given.skipIfInWorkspace ?? false,
      verify: given.verify ?? false,
      settleMs,
      rateLimitWaitMs,
      intervalMs,
      signal,
    };
    const onProgress = progress("sending");
    try {
      const { onSettle } = given;
      await sendRows({ client, ...rows, results, target: target.target, onProgress, onSettle, ...options });
    } catch (error) {
      return report({ error });
    }
    return report(signal?.aborted && states.count("pending") + states.count("open") > 0 ? "interrupted" : "complete");
  } finally {
    await results?.close();
  }
}

/** Reads the names of the columns. */
async function readHeaders(input: InputFile, format: CsvFormat): Promise<readonly string[]> {
  for await (const { cells } of csvRows(input, format)) {
    // Spreadsheets write columns that were used once, without a name and without cells.
    const used = cells.findLastIndex((cell) => cell !== "") + 1;
    return cells.slice(0, used);
  }
  throw usageError(`${input.path} has no text: expected a row of column names and rows of leads`);
}

function headerOf(
  given: LeadImport,
  { sha256, columns, target: { target } }: { sha256: string; columns: readonly Column[]; target: KnownTarget },
): ResultHeader {
  return {
    import: 1,
    file: path.basename(given.file),
    sha256,
    ...("campaign" in target ? { campaign: target.campaign } : { list: target.list_id }),
    columns: Object.fromEntries(columns.map(({ header, target: to }, index) => [header || `#${index + 1}`, to])),
    skip_if_in_workspace: given.skipIfInWorkspace ?? false,
    verify: given.verify ?? false,
  };
}

function rowsOf({ pending, open, created, skipped, rejected }: RowCounts): number {
  return pending + open + created + skipped + rejected;
}
