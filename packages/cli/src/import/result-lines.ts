import { usageError } from "../command-error.ts";
import type { ColumnTarget } from "./column-mapping.ts";
import type { RowStates } from "./row-states.ts";

/** What an import is about: the first line of its result file. Another import may not use the file. */
export interface ImportIdentity {
  /** The SHA-256 of the input. */
  readonly sha256: string;
  readonly campaign?: string | undefined;
  readonly list?: string | undefined;
  /** What became of each column, by its header. */
  readonly columns: Readonly<Record<string, ColumnTarget>>;
  readonly skip_if_in_workspace: boolean;
  readonly verify: boolean;
}

/** The first line of a result file. */
export interface ResultHeader extends ImportIdentity {
  readonly import: 1;
  /** The name of the input, for the reader. */
  readonly file: string;
}

/** The result of a row. For `unknown`, a later line of the same row has the result that was found out. */
export interface RowResult {
  /** The number of the row in a spreadsheet. */
  readonly row: number;
  readonly email: string;
  readonly status: "created" | "skipped" | "rejected" | "unknown";
  /** The lead. */
  readonly id?: string | undefined;
  /** Why the row was skipped or rejected, or why its result is unknown. */
  readonly reason?: string | undefined;
}

/** The lines of a result file after the first one. */
export type ResultLine =
  | RowResult
  /** Written before these rows are sent. Without a result their outcome is open. */
  | { readonly sending: readonly number[] }
  /** These rows were not sent in the end. */
  | { readonly not_sent: readonly number[] };

const STATE_OF_STATUS = { created: "created", skipped: "skipped", rejected: "rejected", unknown: "open" } as const;

/**
 * Parses the first line of a result file.
 *
 * @throws CommandError if it is not one.
 */
export function parseHeader(path: string, line: string): ResultHeader {
  const header = objectOf(line);
  if (header?.["import"] === 1 && typeof header["sha256"] === "string") return header as unknown as ResultHeader;
  throw usageError(
    header !== undefined && "import" in header
      ? `${path} was written by another version of this program: name another file with --results`
      : `${path} is not a result file of an import: name another file with --results`,
  );
}

/**
 * Compares the import that a result file belongs to with the current one.
 *
 * @throws CommandError naming what is different.
 */
export function assertSameImport(path: string, header: ResultHeader, current: ImportIdentity): void {
  const differences = differencesOf(header, current);
  if (differences.length === 0) return;
  throw usageError(
    `${path} belongs to another import: ${differences.slice(0, 3).join("; ")}. Name another file with --results, or run the same import`,
  );
}

/** Tells whether a result file belongs to an import. */
export function isSameImport(header: ResultHeader, current: ImportIdentity): boolean {
  return differencesOf(header, current).length === 0;
}

function differencesOf(header: ResultHeader, current: ImportIdentity): string[] {
  const differences: string[] = [];
  const differ = (what: string, then: unknown, now: unknown) => {
    const [before, after] = [JSON.stringify(then), JSON.stringify(now)];
    if (before !== after) differences.push(`${what} was ${before ?? "not given"} and is ${after ?? "not given"} now`);
  };
  if (header.sha256 !== current.sha256) differences.push(`it is for another content of ${JSON.stringify(header.file)}`);
  differ("the campaign", header.campaign, current.campaign);
  differ("the list", header.list, current.list);
  for (const name of new Set([...Object.keys(header.columns ?? {}), ...Object.keys(current.columns)])) {
    if (header.sha256 === current.sha256) {
      differ(`the column ${JSON.stringify(name)}`, header.columns?.[name], current.columns[name]);
    }
  }
  differ("--skip-if-in-workspace", header.skip_if_in_workspace, current.skip_if_in_workspace);
  differ("--verify", header.verify, current.verify);
  return differences;
}

/**
 * Applies a line of a result file to the states of the rows.
 *
 * @throws CommandError if the line is not one of a result file.
 */
export function applyLine(path: string, { text, number }: { text: string; number: number }, states: RowStates): void {
  const line = objectOf(text) as Partial<RowResult & { sending: unknown; not_sent: unknown }> | undefined;
  const wrong = () =>
    usageError(`${path}, line ${number} was changed or damaged: ${JSON.stringify(text.slice(0, 80))}`);
  const rows = line?.sending ?? line?.not_sent;
  if (Array.isArray(rows) && rows.every(isRow)) {
    for (const row of rows) states.set(row, line?.sending ? "open" : "pending");
    return;
  }
  const { row, status = "" } = line ?? {};
  if (!isRow(row) || !Object.hasOwn(STATE_OF_STATUS, status)) throw wrong();
  states.set(row, STATE_OF_STATUS[status as RowResult["status"]]);
}

function isRow(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31;
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
