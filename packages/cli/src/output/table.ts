import { safeLine } from "./safe-text.ts";

/** Narrower columns are of no use. */
const LEAST_WIDTH = 4;
/** A column that may be left out is, rather than to be narrower than this. */
const READABLE_WIDTH = 12;
const GAP = 2;
const DEFAULT_WIDTH = 80;
/** The columns that people copy. */
const WHOLE = ["id", "email"];

/**
 * Lays out rows as a table without lines, for a terminal. Cells are made safe, and shortened to fit the width.
 *
 * @param width the number of columns of the terminal; undefined for one that does not say.
 * @param canDrop whether columns that do not fit may be left out: the last ones first, but none that people copy.
 */
export async function formatTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  width: number = DEFAULT_WIDTH,
  canDrop = false,
): Promise<string> {
  const [{ default: Table }, { default: stringWidth }] = await Promise.all([
    import("cli-table3"),
    import("string-width"),
  ]);
  const all = [headers, ...rows].map((row) => row.map(safeLine));
  const naturalOf = (column: number) => Math.max(1, ...all.map((row) => stringWidth(row[column] ?? "")));
  let columns = headers.map((header, column) => ({
    column,
    natural: naturalOf(column),
    isWhole: WHOLE.includes(header),
  }));
  const needed = () =>
    columns.reduce(
      (sum, { natural, isWhole }) => sum + GAP + (isWhole ? natural : Math.min(natural, READABLE_WIDTH)),
      -GAP,
    );
  while (canDrop && needed() > width) {
    const dropped = columns.findLast(({ isWhole }) => !isWhole);
    if (dropped === undefined) break;
    columns = columns.filter((column) => column !== dropped);
  }
  const cells = all.map((row) => columns.map(({ column }) => row[column] ?? ""));
  const widths = fitWidths(
    columns.map(({ natural }) => natural),
    columns.map(({ isWhole }) => isWhole),
    width - GAP * (columns.length - 1),
  );
  const none = Object.fromEntries(
    "top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid"
      .split(" ")
      .map((name) => [name, ""]),
  );
  const table = new Table({
    chars: { ...none, middle: " ".repeat(GAP) },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colWidths: widths,
  });
  table.push(...cells);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Shortens the widest columns until all fit, those that people copy last. */
function fitWidths(natural: readonly number[], isWhole: readonly boolean[], available: number): number[] {
  const widths = [...natural];
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
