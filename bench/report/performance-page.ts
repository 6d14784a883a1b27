import { writtenFigure } from "./format-figure.ts";
import { drawnTable } from "./markdown-table.ts";
import type { Section, Table } from "./section.ts";

/** All figures with their goals. */
export function goalsTable(sections: readonly Section[]): Table {
  const rows = sections.flatMap(({ figures }) => figures.map(writtenFigure));
  return { head: ["what", "measured", "goal", "verdict"], rows };
}

/** The page `docs/performance.md`. */
export function performancePage(sections: readonly Section[], machine: readonly (readonly [string, string])[]): string {
  const parts = sections.map(({ title, method, table }) =>
    [`## ${title}`, method, ...(table ? [drawnTable(table)] : [])].join("\n\n"),
  );
  return `${[
    "# Performance",
    "Written by `pnpm bench --write`; do not edit by hand. `pnpm bench` measures and compares without writing. Time on another " +
      "machine differs; ratios differ little.",
    "A goal is **reached**, **missed** (by little, or by decision) or **failed**. Brackets hold the 95 % interval of a median.",
    drawnTable(goalsTable(sections)),
    "## Where it was measured",
    drawnTable({ head: ["what", "value"], rows: machine }),
    ...parts,
  ].join("\n\n")}\n`;
}
