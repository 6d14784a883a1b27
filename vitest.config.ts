import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "scripts/**/*.test.ts", "tests/**/*.test.ts", "bench/**/*.test.ts"],
    // `pnpm test:agents` installs and runs the tests of the agent frameworks.
    exclude: ["**/node_modules/**", "**/dist/**", "tests/agents/**"],
    setupFiles: ["tests/support/setup.ts"],
    // CI counts the tests from the second.
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: ".reports/vitest.json" }]] : ["default"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    typecheck: {
      enabled: true,
      include: ["packages/*/src/**/*.test-d.ts"],
      tsconfig: "./tsconfig.type-tests.json",
    },
  },
});
