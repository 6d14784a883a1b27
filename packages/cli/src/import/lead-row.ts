import type { CreateLeadInput } from "@modulex-instantly/client";
import type { CsvRow } from "../csv/csv-rows.ts";
import type { Column } from "./column-mapping.ts";
import { VARIABLE } from "./column-mapping.ts";
import { codePoint, emailProblem } from "./email-address.ts";

/** Something in a row that keeps it from being imported. */
export interface RowFault {
  /** The number of the row in a spreadsheet. */
  readonly row: number;
  /** The header of the column, or its number with a `#`. */
  readonly column: string;
  /** The cell. */
  readonly value: string;
  readonly problem: string;
}

/** A row as a lead, or its faults. */
export type LeadRow =
  | { readonly number: number; readonly lead: CreateLeadInput & { readonly email: string }; readonly faults?: never }
  | { readonly number: number; readonly faults: readonly RowFault[]; readonly lead?: never };

const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|ERROR!)$/i;

/** Converts a row to a lead. Empty cells are left out, and all values are texts, so that "00123" stays as it is. */
export function leadOfRow({ number, cells }: CsvRow, columns: readonly Column[]): LeadRow {
  const faults: RowFault[] = [];
  const lead: Record<string, string> = {};
  const variables: [string, string][] = [];
  const fault = (index: number, value: string, problem: string) => {
    faults.push({ row: number, column: columns[index]?.header || `#${index + 1}`, value, problem });
  };
  if (cells.length < columns.length) {
    fault(
      cells.length,
      "",
      `the row has ${cells.length} cell${cells.length === 1 ? "" : "s"}, but there are ${columns.length} columns`,
    );
  }
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    if (column === undefined || column.header === "") {
      if (column?.target == null && cell !== "")
        fault(index, cell, "the column of this cell has no name in the first row");
      if (column?.target == null) continue;
    }
    const target = column?.target;
    if (target == null) continue;
    const value = textOf(cell);
    const problem = cellProblem(value);
    if (problem !== undefined) fault(index, cell, problem);
    else if (target === "email") {
      const emailFault = emailProblem(value);
      if (emailFault === undefined) lead["email"] = value;
      else fault(index, cell, emailFault);
    } else if (value === "") continue;
    else if (target.startsWith(VARIABLE)) variables.push([target.slice(VARIABLE.length), value]);
    else lead[target] = value;
  }
  if (faults.length > 0) return { number, faults };
  const custom = variables.length > 0 ? { custom_variables: Object.fromEntries(variables) } : {};
  return { number, lead: { ...lead, ...custom, email: lead["email"] ?? "" } };
}

/** Returns an address in the form in which two of them are compared. */
export function normalAddress(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** The text of a cell. Spreadsheets export a number that must stay a text as the formula `="00123"`. */
function textOf(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1]?.trim() ?? cell;
}

function cellProblem(value: string): string | undefined {
  if (value.startsWith("=")) return "a formula: export the values instead of the formulas";
  if (SPREADSHEET_ERROR.test(value)) return "an error of the spreadsheet, not a value";
  if (value.includes("\ufffd")) return "has a character that was lost when the file was converted (U+FFFD)";
  const control = /[\p{Cc}\p{Cs}]/u.exec(value.replace(/[\t\n\r]/g, ""))?.[0];
  return control && `has the control character ${codePoint(control)}`;
}
