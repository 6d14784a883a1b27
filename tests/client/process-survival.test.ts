import { spawnSync } from "node:child_process";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { SurvivalReport } from "./survival/survival.ts";

let report: SurvivalReport;
let exit: number | null;
beforeAll(() => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "survival/surviving-process.ts")],
    { cwd: path.resolve(import.meta.dirname, "../.."), encoding: "utf8" },
  );
  exit = status;
  report = JSON.parse(stdout) as SurvivalReport;
});

describe("a process whose calls meet responses that break off, whatever their codings and framing", () => {
  test("goes on, and nothing in it is left unhandled", () => {
    expect(report.noise).toEqual([]);
    expect(exit).toBe(0);
  });

  test("is told of every failed write what may have happened", () => {
    const replies = report.survivals.filter(({ name }) => name.startsWith("reply"));
    expect(replies.length).toBeGreaterThan(90);
    const untrue = replies.filter(({ name, code = "", outcome = "" }) => {
      // Proven by what was seen, when it ended before it was connected.
      if (outcome === "not_sent") return !name.includes("with evidence") || !/^(aborted|timeout)$/.test(code);
      if (outcome === "unknown") return false;
      return outcome !== (name.includes("400") ? "rejected" : name.includes("200") ? "applied_unverified" : "unknown");
    });
    expect(untrue).toEqual([]);
  });
});
