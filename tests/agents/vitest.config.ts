import path from "node:path";
import { defineConfig } from "vitest/config";

// `pnpm test:agents` installs this workspace and runs these tests; `pnpm test` excludes them.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    setupFiles: [path.resolve(import.meta.dirname, "../support/setup.ts")],
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: path.resolve(import.meta.dirname, "../../.reports/agents.json") }]]
      : ["default"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
