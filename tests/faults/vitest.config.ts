import { defineConfig } from "vitest/config";
import { matrixReporter } from "./matrix-reporter.ts";

/** The fault matrix alone, with its table at the end. */
export default defineConfig({
  test: {
    include: ["tests/faults/**/*.test.ts"],
    setupFiles: ["tests/support/setup.ts"],
    reporters: ["dot", matrixReporter()],
    // The cells wait most of their time, so that two files at once do not get in each other's way.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
