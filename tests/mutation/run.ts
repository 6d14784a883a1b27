/**
 * Mutation tests of the client, room after room: `pnpm test:mutation [room ...]`. Each room is run with its own tests
 * only. Fails if a room scores less than the goal; survivors that survivors.ts does not explain are marked, and fail
 * nothing by themselves. Reports: .reports/mutation.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { roomFiles, rooms } from "./rooms.ts";
import type { MutationReport, Score } from "./score.ts";
import { scoreOf, staleSurvivors, sumOf } from "./score.ts";
import { survivors } from "./survivors.ts";

const GOAL_PERCENT = 92;
const root = path.resolve(import.meta.dirname, "../..");
process.chdir(root);
// The same mutants survive in every run, and a property does not take a thousand runs for each of them.
process.env["FAST_CHECK_SEED"] = "1";
process.env["FAST_CHECK_RUNS"] = "50";

async function mutationReport(name: string, sources: readonly string[], tests: readonly string[]) {
  process.env["MUTATION_TESTS"] = tests.join(",");
  const jsonFile = `.reports/mutation/${name}.json`;
  await new Stryker({
    configFile: "tests/mutation/stryker.config.json",
    mutate: [...sources],
    concurrency: Number(process.env["MUTATION_CONCURRENCY"] ?? 2),
    jsonReporter: { fileName: jsonFile },
    htmlReporter: { fileName: `.reports/mutation/${name}.html` },
  }).runMutationTest();
  return JSON.parse(readFileSync(jsonFile, "utf8")) as MutationReport;
}

function row(name: string, { mutants, killed, ignored, percent, survivors: alive }: Score): string {
  const unexplained = alive.filter(({ reason }) => reason === undefined).length;
  return `| ${name} | ${mutants} | ${killed} | ${percent.toFixed(1)} % | ${alive.length} | ${unexplained} | ${ignored} |`;
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(rooms);
const chosen = names.map((name) => {
  const room = rooms[name];
  if (!room) throw new Error(`there is no room ${name}; the rooms are ${Object.keys(rooms).join(", ")}`);
  return { name, ...roomFiles(root, room) };
});

mkdirSync(".reports/mutation", { recursive: true });
const scores: Score[] = [];
const rows: string[] = [];
const notes: string[] = [];
const below: string[] = [];
for (const { name, sources, tests } of chosen) {
  const report = await mutationReport(name, sources, tests);
  const score = scoreOf(report, survivors);
  scores.push(score);
  rows.push(row(name, score));
  for (const { file, line, text, replacement, reason } of score.survivors) {
    notes.push(`${name}: ${file}:${line}: ${text} -> ${replacement}: ${reason ?? "NOT EXPLAINED"}`);
  }
  for (const { file, text, replacement } of staleSurvivors(report, score, survivors)) {
    notes.push(`${name}: ${file}: ${text} -> ${replacement}: no survivor any more, remove it from survivors.ts`);
  }
  if (!(score.percent >= GOAL_PERCENT)) below.push(name);
}

const summary = [
  "| room | mutants | killed | score | survivors | not explained | not tried |",
  "|---|---|---|---|---|---|---|",
  ...rows,
  row("all", sumOf(scores)),
  "",
  ...notes.map((note) => `- ${note}`),
  ...(below.length > 0 ? ["", `Below ${GOAL_PERCENT} %: ${below.join(", ")}`] : []),
].join("\n");
writeFileSync(".reports/mutation/summary.md", `${summary}\n`);
console.log(`\n${summary}`);
process.exit(below.length > 0 ? 1 : 0);
