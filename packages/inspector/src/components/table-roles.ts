/**
 * The roles of a table whose rows are placed by a virtual list. It cannot be made of table elements, because only the rows in view
 * exist and each of them has a position of its own.
 */
export const tableRoles = {
  table: (label: string, rows: number, columns: number) =>
    ({ role: "table", "aria-label": label, "aria-rowcount": rows, "aria-colcount": columns }) as const,
  rowgroup: { role: "rowgroup" },
  /** The header is row 1. */
  row: (index: number) => ({ role: "row", "aria-rowindex": index }) as const,
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;
