import type { Reporter, TestCase } from "vitest/node";
import { transports } from "./client/sending.ts";
import { testedOperations } from "./client/tested-operation.ts";
import { contestedRows } from "./matrix/contested.ts";
import { matrix } from "./matrix/matrix.ts";
import { notImplemented } from "./matrix/not-implemented.ts";
import { requirements } from "./matrix/outcome-class.ts";

interface Tally {
  run: number;
  passed: number;
}

/** Prints the number of cells per class and per transport that ran and passed, at the end. */
export function matrixReporter(): Reporter {
  const byClass = new Map<string, Tally>();
  const byTransport = new Map<string, Tally>(transports.map((name) => [name, { run: 0, passed: 0 }]));
  const contested: Tally = { run: 0, passed: 0 };
  const contestedIds = new Set(contestedRows.map(({ row }) => row.id));
  const cells = matrix.reduce((sum, row) => sum + testedOperations.filter((each) => row.expected(each)).length, 0);
  const count = (tally: Tally, test: TestCase) => {
    const { state } = test.result();
    if (state === "passed" || state === "failed") tally.run += 1;
    if (state === "passed") tally.passed += 1;
  };
  return {
    onTestCaseResult(test) {
      const cell = test.meta().faultCell;
      if (cell === undefined) return;
      if (contestedIds.has(cell.fault)) return count(contested, test);
      const tally = byClass.get(cell.outcomeClass) ?? { run: 0, passed: 0 };
      byClass.set(cell.outcomeClass, tally);
      count(tally, test);
      count(byTransport.get(cell.transport) ?? tally, test);
    },
    onTestRunEnd() {
      const line = (name: string, { run, passed }: Tally, means: string) =>
        `${name.padEnd(10)}${String(run).padStart(6)}${String(passed).padStart(8)}  ${means}`;
      const total = { run: 0, passed: 0 };
      const lines = Object.entries(requirements).map(([name, { means }]) => {
        const tally = byClass.get(name) ?? { run: 0, passed: 0 };
        total.run += tally.run;
        total.passed += tally.passed;
        return line(name, tally, means);
      });
      const missing = notImplemented.map(({ id, title, reason }) => `not implemented  ${id} ${title}: ${reason}`);
      const table = [
        `${"class".padEnd(10)}${"run".padStart(6)}${"passed".padStart(8)}`,
        ...lines,
        line(
          "total",
          total,
          `of ${cells} cells that apply, ${matrix.length} faults x ${testedOperations.length} operations, by each of ${transports.length} transports`,
        ),
        ...[...byTransport].map(([name, tally]) => line("", tally, `by ${name}`)),
        line("contested", contested, "docs/decisions/0004-contested-fault-cells.md"),
        ...missing,
      ];
      process.stdout.write(`\n${table.join("\n")}\n`);
    },
  };
}
