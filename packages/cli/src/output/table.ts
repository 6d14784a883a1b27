import { safeLine } from "./safe-text.ts";

/** Narrower columns are of no use. */
const LEAST_WIDTH = 4;
const DEFAULT_WIDTH = 80;
/** The columns that people copy. */
const WHOLE = ["id", "email"];

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
  const isWhole = headers.map((header) => WHOLE.includes(header));
  const widths = fitWidths(natural, isWhole, width - 2 * (headers.length - 1));
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

/** Shortens the widest columns until all fit, those that people copy last. */
function fitWidths(natural: readonly number[], isWhole: readonly boolean[], available: number): number[] {
  const widths = natural.map((width) => Math.max(width, 1));
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  for (const last of [false, true]) {
    while (total() > available) {
      const candidates = widths.map((width, column) => (last || !isWhole[column] ? width : 0));
      const widest = Math.max(...candidates);
      if (widest <= LEAST_WIDTH) break;
      widths[candidates.indexOf(widest)] = widest - 1;
    }
  }
  return widths;
}
