import { defineConfig } from "vitest/config";

const everything = ["packages/*/src/**/*.test.ts", "scripts/**/*.test.ts", "tests/**/*.test.ts", "bench/**/*.test.ts"];

/** Tests that measure how long something takes, or how much processes get done together: nothing else runs beside them. */
const alone = ["packages/sandbox/src/hostile-text.test.ts", "tests/redis/shared-limit.test.ts"];

/** Tests of processes that share something or are measured, which mostly wait. Two at a time leave a core to each. */
const timed = [
  "tests/client/process-survives.test.ts",
  "tests/examples/bulk-import/**/*.test.ts",
  "tests/redis/**/*.test.ts",
  "tests/sandbox/**/*.test.ts",
  "tests/security/hostile-size.test.ts",
];

/** Tests that change what other tests in the same process would see: globals, the environment, modules. */
const isolated = [
  "examples/**/*.test.ts",
  "packages/cli/src/**/*.test.ts",
  "packages/sandbox/src/snapshot/full-disk.test.ts",
  "packages/sandbox/src/ui/open-browser.test.ts",
  "tests/{cli,client,commands,docs,examples,mcp,proxies,security,size,support}/**/*.test.ts",
];

// `pnpm test:agents` installs and runs the tests of the agent frameworks, `pnpm test:site` builds and opens the site, and
// `pnpm test:inspector` opens the page of the sandbox.
const never = ["**/node_modules/**", "**/dist/**", "tests/agents/**", "tests/inspector/**", "tests/site/**"];

const project = (name: string, include: readonly string[], exclude: readonly string[], options: object) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...never, ...exclude], ...options },
});

/** One more than the two cores of CI, because many tests wait for a process or for time to pass. */
const WORKERS = 3;

export default defineConfig({
  test: {
    setupFiles: ["tests/support/setup.ts"],
    // CI counts the tests from the second.
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: ".reports/vitest.json" }]] : ["default"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      project("shared", everything, [...isolated, ...timed, ...alone], {
        // A process for each file would load everything again. None of these files leaves anything behind.
        isolate: false,
        maxWorkers: WORKERS,
        sequence: { groupOrder: 0 },
        typecheck: {
          enabled: true,
          include: ["packages/*/src/**/*.test-d.ts"],
          tsconfig: "./tsconfig.type-tests.json",
        },
      }),
      project("isolated", isolated, [...timed, ...alone], { maxWorkers: WORKERS, sequence: { groupOrder: 0 } }),
      project("timed", timed, alone, { maxWorkers: 2, sequence: { groupOrder: 1 } }),
      project("alone", alone, [], { maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 2 } }),
    ],
  },
});
