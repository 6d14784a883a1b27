import { featureTable } from "./feature-table.ts";
import { figureRow } from "./format-figure.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Section, Table } from "./section.ts";

/** All figures with their goals. */
export function goalsTable(sections: readonly Section[]): Table {
  const rows = sections.flatMap(({ figures }) => figures.map(figureRow));
  return { head: ["what", "measured", "goal", "verdict"], rows };
}

/** The page `docs/performance.md`. */
export function performancePage(sections: readonly Section[], machine: readonly (readonly [string, string])[]): string {
  const parts = sections.map(({ title, method, table }) =>
    [`## ${title}`, method, ...(table ? [markdownTable(table)] : [])].join("\n\n"),
  );
  return `${[
    "# Performance",
    "Written by `pnpm bench --write`; do not edit by hand. `pnpm bench` measures and compares without writing. Times depend on " +
      "the machine; ratios hardly do.",
    "A goal is **reached**, **missed** (by a small margin, or by decision) or **failed** (with the whole interval beyond that margin). Brackets contain the 95 % interval of a median.",
    markdownTable(goalsTable(sections)),
    "## Environment",
    markdownTable({ head: ["what", "value"], rows: machine }),
    "## What each client does by default",
    markdownTable(featureTable),
    ...parts,
  ].join("\n\n")}\n`;
}
