import { defineConfig } from "vitest/config";
import { matrixReporter } from "./matrix-reporter.ts";

/** The fault matrix alone, with its table at the end. */
export default defineConfig({
  test: {
    include: ["tests/faults/**/*.test.ts"],
    reporters: ["dot", matrixReporter()],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
