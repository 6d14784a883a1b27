import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { roomFiles, rooms } from "./rooms.ts";
import type { MutationReport } from "./score.ts";
import { scoreOf, staleSurvivors, sumOf } from "./score.ts";
import { survivors } from "./survivors.ts";

const root = path.resolve(import.meta.dirname, "../..");

describe("the rooms", () => {
  test.each(Object.entries(rooms))("%s names files that are there", (_, room) => {
    const { sources, tests } = roomFiles(root, room);
    expect(sources.length).toBeGreaterThanOrEqual(room.sources.length);
    expect(tests.length).toBeGreaterThanOrEqual(room.tests.length);
    for (const file of [...sources, ...tests]) expect(existsSync(path.join(root, file)), file).toBe(true);
    expect(sources.filter((file) => file.includes(".test"))).toEqual([]);
  });

  test("no source is in two of them", () => {
    const all = Object.values(rooms).flatMap((room) => roomFiles(root, room).sources);
    expect(all.filter((file, index) => all.indexOf(file) !== index)).toEqual([]);
  });

  test.each([
    [{ sources: ["with-retri"], tests: ["abort"] }, /with-retri\.ts/],
    [{ sources: ["with-retry"], tests: ["abort", "aborted"] }, /aborted\.test\.ts/],
    [{ sources: ["nowhere-*"], tests: ["abort"] }, /nowhere-\*\.ts/],
    [{ sources: ["retry.timing"], tests: ["abort"] }, /retry\.timing\.ts/],
  ])("a name that no file has is rejected: %j", (room, message) => {
    expect(() => roomFiles(root, room)).toThrow(message);
  });
});

describe("the score", () => {
  const source = "const a = 1;\nif (a >= 1) {\n  f();\n}\n";
  const at = (line: number, column: number, endLine: number, endColumn: number) => ({
    start: { line, column },
    end: { line: endLine, column: endColumn },
  });
  const report = (...statuses: readonly string[]): MutationReport => ({
    files: {
      "packages/client/src/x.ts": {
        source,
        mutants: statuses.map((status) => ({ status, replacement: "a > 1", location: at(2, 5, 2, 11) })),
      },
      "packages/client/src/y.ts": {
        source,
        mutants: [{ status: "NoCoverage", replacement: "{}", location: at(2, 13, 4, 2) }],
      },
    },
  });
  const reviewed = { file: "x.ts", text: "a >= 1", replacement: "a > 1", reason: "both are true" };

  test("counts what was killed or timed out, and leaves out what was not run", () => {
    const score = scoreOf(report("Killed", "Timeout", "Survived", "Ignored", "CompileError", "RuntimeError"), []);
    expect(score).toMatchObject({ mutants: 4, killed: 2, ignored: 1, percent: 50 });
    expect(score.survivors).toEqual([
      { file: "x.ts", line: 2, text: "a >= 1", replacement: "a > 1", reason: undefined },
      { file: "y.ts", line: 2, text: "{ f(); }", replacement: "{}", reason: undefined },
    ]);
  });

  test("of nothing is below every goal", () => {
    expect(scoreOf({ files: {} }, []).percent >= 0).toBe(false);
  });

  test("of several rooms counts their mutants, not their scores", () => {
    const [one, other] = [scoreOf(report("Killed", "Ignored"), []), scoreOf(report("Killed", "Killed", "Killed"), [])];
    expect([one.percent, other.percent]).toEqual([50, 75]);
    const sum = sumOf([one, other]);
    expect(sum).toMatchObject({ mutants: 6, killed: 4, ignored: 1, survivors: [...one.survivors, ...other.survivors] });
    expect(sum.percent).toBeCloseTo(66.67, 1);
  });

  test("a survivor with a reason still counts as a survivor", () => {
    const found = report("Killed", "Survived");
    const score = scoreOf(found, [reviewed]);
    expect(score).toMatchObject({ mutants: 3, killed: 1 });
    expect(score.survivors.map(({ reason }) => reason)).toEqual(["both are true", undefined]);
    expect(staleSurvivors(found, score, [reviewed])).toEqual([]);
  });

  test("a listed survivor that was killed is stale, unless its file was not in the run", () => {
    const found = report("Killed");
    const other = { ...reviewed, file: "z.ts" };
    expect(staleSurvivors(found, scoreOf(found, [reviewed]), [reviewed, other])).toEqual([reviewed]);
  });
});

test("every survivor has a reason, and is listed once", () => {
  const keys = survivors.map(({ file, text, replacement }) => JSON.stringify([file, text, replacement]));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { reason, text } of survivors) expect(reason.length, text).toBeGreaterThan(20);
});

test("the workflow runs the command every week, and .ci/run does not", () => {
  const { on, jobs } = parse(readFileSync(path.join(root, ".github/workflows/mutation.yml"), "utf8"));
  expect(on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }]);
  expect(jobs.mutate.steps.map(({ run }: { run?: string }) => run)).toContain("pnpm test:mutation");
  expect(readFileSync(path.join(root, ".ci/run"), "utf8")).not.toContain("mutation");
});
