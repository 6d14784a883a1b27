import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { buildProcesses } from "./harness/build-processes.ts";
import { resultOf } from "./harness/child-process.ts";
import type { RunOptions } from "./measures/run-options.ts";
import { environment } from "./report/environment.ts";
import { verdict } from "./report/figure.ts";
import { markdownTable } from "./report/markdown-table.ts";
import { markedRegion, withMarkedRegion } from "./report/marked-region.ts";
import { goalsTable, performancePage } from "./report/performance-page.ts";
import type { Section } from "./report/section.ts";

const MEASURES = [
  "pairs",
  "call-times",
  "own-cpu",
  "limiter",
  "shared-limit",
  "prefetch",
  "import-time",
  "size",
  "double-sends",
] as const;
const README = new URL("../README.md", import.meta.url);
const PAGE = new URL("../docs/performance.md", import.meta.url);
const REGION = "double-sends";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    /** A short run, which fails only if a goal is clearly missed. */
    short: { type: "boolean", default: false },
    /** Writes docs/performance.md and the table in README.md. */
    write: { type: "boolean", default: false },
    /** Runs only this measure. Can be repeated. */
    only: { type: "string", multiple: true, default: [] },
  },
});
const unknown = values.only.find((name) => !MEASURES.some((known) => known === name));
if (unknown !== undefined) throw new Error(`--only ${unknown}: expected one of ${MEASURES.join(", ")}`);
if (values.write && (values.short || values.only.length > 0))
  throw new Error("--write cannot be combined with --short or --only");

const loadAtStart = loadavg();
await buildProcesses();
const sections = new Map<string, Section>();
for (const name of MEASURES) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  const startedAt = performance.now();
  const section = await measure(name, { isShort: values.short });
  sections.set(name, section);
  console.log(`\n${section.title} (${((performance.now() - startedAt) / 1_000).toFixed(0)} s)\n`);
  if (section.table) console.log(markdownTable(section.table));
}
const all = [...sections.values()];
console.log(`\n${markdownTable(goalsTable(all))}\n`);

const doubleSends = sections.get("double-sends")?.table;
const problems = all.flatMap(({ figures }) =>
  figures.filter((figure) => verdict(figure) === "failed").map(({ what }) => `beyond its goal: ${what}`),
);
const readme = readFileSync(README, "utf8");
if (values.write) {
  writeFileSync(PAGE, performancePage(all, environment(loadAtStart)));
  if (doubleSends) writeFileSync(README, withMarkedRegion(readme, REGION, markdownTable(doubleSends)));
} else if (doubleSends && markedRegion(readme, REGION) !== markdownTable(doubleSends)) {
  problems.push(
    `the table between the markers ${REGION} in README.md is not what was measured: run pnpm bench --write`,
  );
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Measures once, and again if a figure that depends on the load of the machine has failed. */
async function measure(name: string, options: RunOptions): Promise<Section> {
  const section = await resultOf<Section>(name, options);
  const isBusy = section.figures.some((figure) => verdict(figure) === "failed" && figure.goal.allowance > 0);
  const isExact = section.figures.every((figure) => verdict(figure) !== "failed" || figure.goal.allowance > 0);
  return isBusy && isExact ? resultOf<Section>(name, options) : section;
}
