import { defineConfig } from "vitest/config";

/** The unit tests of the client, which import its sources: Stryker changes the sources and runs these tests. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: (process.env["MUTATION_TESTS"] ?? "packages/client/src/**/*.test.ts").split(","),
    setupFiles: ["tests/support/setup.ts"],
    testTimeout: 20_000,
    typecheck: { enabled: false },
  },
});
