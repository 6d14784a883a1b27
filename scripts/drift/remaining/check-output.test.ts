import { describe, expect, it } from "vitest";
import { compileErrors, failedTests } from "./check-output.ts";

describe("compileErrors", () => {
  it("reads the errors of packages from Turbo, with the lines that explain them", () => {
    const output = [
      "@modulex-instantly/types:build: cache miss",
      "@modulex-instantly/sandbox:typecheck: src/operations/email-filter.ts(30,61): error TS7053: Cannot index.",
      "@modulex-instantly/sandbox:typecheck:   Property 'forwarded' does not exist.",
      "@modulex-instantly/sandbox:typecheck:     Nor does its twin.",
      "@modulex-instantly/sandbox:typecheck:  ELIFECYCLE  Command failed with exit code 2.",
      "@modulex-instantly/sandbox:typecheck:   indented, but of another message",
    ].join("\n");
    expect(compileErrors(output)).toEqual([
      {
        place: "packages/sandbox/src/operations/email-filter.ts:30",
        what: "TS7053: Cannot index. Property 'forwarded' does not exist. Nor does its twin.",
      },
    ]);
  });

  it("reads the errors of tests and scripts from the compiler in the root", () => {
    const output =
      "tests/operations.ts(7,3): error TS2741: Property 'a' is missing.\nscripts/b.mts(1,1): error TS1: B.";
    expect(compileErrors(output)).toEqual([
      { place: "tests/operations.ts:7", what: "TS2741: Property 'a' is missing." },
      { place: "scripts/b.mts:1", what: "TS1: B." },
    ]);
  });

  it("reads the errors of the page of the sandbox and of type tests", () => {
    const output =
      "@modulex-instantly/inspector:typecheck: src/leads/lead-page.tsx(3,1): error TS1: A.\n" +
      "packages/types/src/names.test-d.ts(77,62): error TS2344: B.";
    expect(compileErrors(output)).toEqual([
      { place: "packages/inspector/src/leads/lead-page.tsx:3", what: "TS1: A." },
      { place: "packages/types/src/names.test-d.ts:77", what: "TS2344: B." },
    ]);
  });

  it("finds none in other output", () => {
    expect(compileErrors("Tasks: 5 successful\n  error TS1: without a place\n")).toEqual([]);
  });
});

describe("failedTests", () => {
  const report = (...testResults: object[]) => failedTests("/repository", JSON.stringify({ testResults }));

  it("names each failed test, with its message but not its stack", () => {
    const failed = {
      fullName: "a adds b",
      status: "failed",
      failureMessages: ["AssertionError: expected 1 to be 2\n    at file.ts:1:2\n\n- 2\n+ 1"],
    };
    const passed = { fullName: "a adds c", status: "passed" };
    const assertionResults = [passed, failed];
    expect(report({ name: "/repository/tests/a.test.ts", status: "failed", assertionResults })).toEqual([
      { place: "tests/a.test.ts", what: '"a adds b" fails: AssertionError: expected 1 to be 2 - 2 + 1' },
    ]);
  });

  it("names a file that does not run, such as one with a missing import", () => {
    const broken = {
      name: "/repository/tests/a.test.ts",
      status: "failed",
      message: "Cannot find b",
      assertionResults: [],
    };
    expect(report(broken)).toEqual([{ place: "tests/a.test.ts", what: "does not run: Cannot find b" }]);
  });

  it("finds none in a report without failures", () => {
    expect(report({ name: "/repository/a.test.ts", status: "passed", assertionResults: [] })).toEqual([]);
  });
});
