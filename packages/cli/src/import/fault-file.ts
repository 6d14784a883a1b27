import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { CommandError } from "../command-error.ts";
import { failureReason } from "../csv/failure-reason.ts";
import { ExitCode } from "../exit-code.ts";
import { csvLine } from "../output/csv-cell.ts";
import type { RowFault } from "./lead-row.ts";

/** The list of all faults of a file, as CSV. */
export interface FaultFile {
  /** @throws CommandError if the faults cannot be written. */
  add(faults: readonly RowFault[]): Promise<void>;
  close(): Promise<void>;
}

/** Writes a list of faults. The file is created with the first fault; an older one is replaced. */
export function faultFile(path: string): FaultFile {
  let handle: FileHandle | undefined;
  return {
    async add(faults) {
      try {
        if (!handle) {
          handle = await open(path, "w", 0o600);
          await handle.appendFile(csvLine(["row", "column", "value", "problem"]));
        }
        const lines = faults.map(({ row, column, value, problem }) => csvLine([row, column, value, problem]));
        await handle.appendFile(lines.join(""));
      } catch (error) {
        throw new CommandError(
          `the list of faults ${path} cannot be written: ${failureReason(error)}`,
          ExitCode.failure,
        );
      }
    },
    close: async () => handle?.close(),
  };
}
