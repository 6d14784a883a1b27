import path from "node:path";
import { defineConfig } from "vitest/config";
import { matrixReporter } from "./matrix-reporter.ts";

/** Only the fault matrix, with its table at the end. */
export default defineConfig({
  test: {
    include: ["tests/faults/**/*.test.ts"],
    setupFiles: [path.resolve(import.meta.dirname, "../support/setup.ts")],
    reporters: ["dot", matrixReporter()],
    // The cells mostly wait, so two files can run at the same time.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
