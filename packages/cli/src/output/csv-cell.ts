import { safeText } from "./safe-text.ts";

/** What spreadsheets take for a formula, also after spaces and as a full-width letter. */
const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Makes a text harmless for spreadsheets: what they would run as a formula starts with an apostrophe. Numbers, negative ones
 * and telephone numbers too, are no formulas.
 */
export function harmlessCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/**
 * One cell of a CSV file, harmless, and quoted where RFC 4180 demands it. Control characters go first: CSV also reaches
 * terminals, and an invisible character before a `=` hides a formula.
 */
function csvCell(value: unknown): string {
  const text = harmlessCell(safeText(cellText(value)));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, with its line break. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
