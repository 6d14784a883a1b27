import { safeLine } from "./safe-text.ts";

/** Narrower columns are of no use. */
const LEAST_WIDTH = 4;
const DEFAULT_WIDTH = 80;

/**
 * Lays out rows as a table without lines, for a terminal. Cells are made safe, and shortened to fit the width.
 *
 * @param width the number of columns of the terminal; undefined for one that does not say.
 */
export async function formatTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  width: number = DEFAULT_WIDTH,
): Promise<string> {
  const [{ default: Table }, { default: stringWidth }] = await Promise.all([
    import("cli-table3"),
    import("string-width"),
  ]);
  const cells = [headers, ...rows].map((row) => row.map(safeLine));
  const natural = headers.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ""))));
  const widths = fitWidths(natural, width - 2 * (headers.length - 1));
  const none = Object.fromEntries(
    "top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid"
      .split(" ")
      .map((name) => [name, ""]),
  );
  const table = new Table({
    chars: { ...none, middle: "  " },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colWidths: widths,
  });
  table.push(...cells.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Shortens the widest columns until all fit. */
function fitWidths(natural: readonly number[], available: number): number[] {
  const widths = natural.map((width) => Math.max(width, 1));
  while (widths.reduce((sum, width) => sum + width, 0) > available) {
    const widest = Math.max(...widths);
    if (widest <= LEAST_WIDTH) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}
