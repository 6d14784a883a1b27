import path from "node:path";
import { defineConfig } from "vitest/config";

/** `pnpm test:site`: the built site in a browser. Builds take too long for `pnpm test`. */
export default defineConfig({
  test: {
    include: ["tests/site/**/*.test.ts"],
    setupFiles: [path.resolve(import.meta.dirname, "../support/setup.ts")],
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: path.resolve(import.meta.dirname, "../../.reports/site.json") }]]
      : ["default"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
