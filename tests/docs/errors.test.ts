import { readFileSync } from "node:fs";
import path from "node:path";
import { isInstantlyError } from "@modulex-instantly/client";
import { describe, expect, it } from "vitest";
import { errorCodes } from "./error-codes.ts";
import { errorSections, quoted, sectionProblems } from "./error-sections.ts";
import { errorTriggers } from "./error-triggers.ts";

const root = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/errors.md"), "utf8");
const sections = errorSections(page);
const codes = errorCodes(root);

/** Set in every error, and documented once at the top of the page. */
const COMMON = ["message", "name", "code", "outcome", "retryable", "attempts"];

describe("docs/errors.md", () => {
  it("has a section for every code, in the same order, and no other", () => {
    expect(sectionProblems(codes, sections)).toEqual([]);
  });

  it("a missing and an extra section are named", () => {
    const changed = errorSections(page.replace("### `network`", "### `netwrok`"));
    expect(sectionProblems(codes, changed)).toEqual(["no section for network", "no such code: netwrok"]);
  });

  it.each(sections.map((section) => [section.code, section] as const))("has all items for %s", (_, { points }) => {
    expect(Object.keys(points)).toEqual(["When", "Fields", "Outcome", "Retryable", "What to do"]);
  });

  it("describes every field in its table", () => {
    const described = quoted(page.slice(page.indexOf("## Fields"), page.indexOf("## Outcomes")));
    const used = new Set(sections.flatMap(({ always, atTimes }) => [...always, ...atTimes]));
    expect([...used].filter((field) => !described.includes(field))).toEqual([]);
  });
});

describe.each(Object.entries(errorTriggers))("a real %s", (code, ways) => {
  it("matches its section", async () => {
    const section = sections.find((each) => each.code === code);
    expect(ways.length).toBeGreaterThan(0);
    for (const provoke of ways) {
      const error = await provoke().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isInstantlyError(error)) throw new Error(`not an InstantlyError: ${String(error)}`);
      expect(error.code).toBe(code);
      const entries = [...Object.entries(error), ["cause", error.cause] as const];
      const set = entries.filter(([, value]) => value !== undefined).map(([name]) => name);
      const fields = set.filter((name) => !COMMON.includes(name));
      expect(fields, "fields that are always set").toEqual(expect.arrayContaining([...(section?.always ?? [])]));
      expect([...(section?.always ?? []), ...(section?.atTimes ?? [])]).toEqual(expect.arrayContaining(fields));
      expect(quoted(section?.points["Outcome"] ?? "")).toContain(error.outcome);
      const retryable = section?.points["Retryable"] ?? "";
      if (!retryable.startsWith("at times")) expect(retryable).toBe(error.retryable ? "yes." : "no.");
    }
  });
});
