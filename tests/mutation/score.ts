import path from "node:path";
import type { Survivor } from "./survivors.ts";

/** As much of Stryker's JSON report as is read. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** A mutant that every test passed with. */
export interface Found {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly replacement: string;
  /** Why no test can kill it; undefined if it was not reviewed. */
  readonly reason: string | undefined;
}

/** The results of the mutants of a room. */
export interface Score {
  readonly mutants: number;
  readonly killed: number;
  /** In code that runs once, while a module is loaded: not tried. */
  readonly ignored: number;
  readonly percent: number;
  readonly survivors: readonly Found[];
}

const KILLED = ["Killed", "Timeout"];
const ALIVE = ["Survived", "NoCoverage"];

/** Adds up a report. A room without mutants has no score, which is below every goal. */
export function scoreOf(report: MutationReport, reviewed: readonly Survivor[]): Score {
  const all = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ mutant, file, source })),
  );
  const count = (statuses: readonly string[]) => all.filter(({ mutant }) => statuses.includes(mutant.status)).length;
  const killed = count(KILLED);
  const mutants = killed + count(ALIVE);
  const survivors = all
    .filter(({ mutant }) => ALIVE.includes(mutant.status))
    .map(({ mutant, file, source }) => {
      const found = {
        file: path.posix.basename(file),
        line: mutant.location.start.line,
        text: onOneLine(textAt(source, mutant.location)),
        replacement: onOneLine(mutant.replacement ?? ""),
      };
      return { ...found, reason: reviewed.find((survivor) => isSame(survivor, found))?.reason };
    });
  return { mutants, killed, ignored: count(["Ignored"]), percent: percentOf(killed, mutants), survivors };
}

/** The score of several rooms together. */
export function sumOf(scores: readonly Score[]): Score {
  const total = (name: "mutants" | "killed" | "ignored") => scores.reduce((sum, score) => sum + score[name], 0);
  const [mutants, killed] = [total("mutants"), total("killed")];
  const survivors = scores.flatMap((score) => score.survivors);
  return { mutants, killed, ignored: total("ignored"), percent: percentOf(killed, mutants), survivors };
}

/** NaN, which is below every goal, where there is nothing to count. */
function percentOf(killed: number, mutants: number): number {
  return mutants === 0 ? Number.NaN : (100 * killed) / mutants;
}

/** Listed survivors that a run of their file did not find again. */
export function staleSurvivors(report: MutationReport, score: Score, reviewed: readonly Survivor[]): Survivor[] {
  const files = Object.keys(report.files).map((file) => path.posix.basename(file));
  return reviewed.filter(
    (survivor) => files.includes(survivor.file) && !score.survivors.some((found) => isSame(survivor, found)),
  );
}

function isSame(one: Omit<Survivor, "reason">, other: Omit<Survivor, "reason">): boolean {
  return one.file === other.file && one.text === other.text && one.replacement === other.replacement;
}

function textAt(source: string, { start, end }: Mutant["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join("\n");
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
