import { interruptedError, usageError } from "../command-error.ts";
import type { CsvFormat } from "../csv/csv-rows.ts";
import { csvRows } from "../csv/csv-rows.ts";
import type { InputFile } from "../csv/input-file.ts";
import type { AddressSet } from "./address-set.ts";
import type { Column } from "./column-mapping.ts";
import { faultFile } from "./fault-file.ts";
import type { RowFault } from "./lead-row.ts";
import { leadOfRow } from "./lead-row.ts";
import type { RowStates } from "./row-states.ts";

/** How many faults are shown on the screen. All are in the list of faults. */
const SHOWN_FAULTS = 10;

/** The faults of the rows that are left. */
export interface FaultReport {
  readonly count: number;
  readonly first: readonly RowFault[];
  /** The list of all faults. It is only written if there are some. */
  readonly file: string;
}

/** The rows to check. */
export interface RowsToCheck {
  readonly input: InputFile;
  readonly format: CsvFormat;
  readonly columns: readonly Column[];
  /** The results so far. Rows without one become `pending`. */
  readonly states: RowStates;
  /** Receives the addresses of all rows. */
  readonly addresses: AddressSet;
  readonly faultsFile: string;
  readonly signal: AbortSignal | undefined;
  readonly onRow: () => void;
}

/**
 * Checks all rows of a file, and lists the faults of those that have no result yet.
 *
 * @returns the faults, and how many leads are left to create.
 * @throws CommandError if the file has no rows, or is not valid CSV.
 */
export async function checkRows({
  input,
  format,
  columns,
  states,
  addresses,
  faultsFile,
  signal,
  onRow,
}: RowsToCheck): Promise<{ readonly faults: FaultReport; readonly leads: number }> {
  const first: RowFault[] = [];
  let leads = 0;
  let count = 0;
  let rows = -1;
  const list = faultFile(faultsFile);
  try {
    for await (const row of csvRows(input, format)) {
      if (signal?.aborted) throw interruptedError();
      rows += 1;
      // The names of the columns.
      if (rows === 0) continue;
      const { faults, lead, number } = leadOfRow(row, columns);
      const isFirst = lead !== undefined && addresses.firstRow(lead.email, number) === number;
      if (states.get(number) === "absent") states.set(number, "pending");
      const isLeft = states.get(number) === "pending" || states.get(number) === "open";
      if (isLeft && isFirst) leads += 1;
      if (isLeft && faults) {
        count += faults.length;
        first.push(...faults.slice(0, SHOWN_FAULTS - first.length));
        await list.add(faults);
      }
      if (rows % 100 === 0) onRow();
    }
  } finally {
    await list.close();
  }
  if (rows < 1) throw usageError(`${input.path} has column names, but no rows of leads`);
  return { faults: { count, first, file: faultsFile }, leads };
}
