import path from "node:path";
import { defineConfig } from "vitest/config";

/** Only `pnpm spec:update` on whole copies of the repository, with build and tests: some minutes for each change. */
export default defineConfig({
  test: {
    include: ["scripts/drift/**/*.whole.ts"],
    setupFiles: [path.resolve(import.meta.dirname, "../../tests/support/setup.ts")],
    fileParallelism: false,
    testTimeout: 20 * 60_000,
    hookTimeout: 60_000,
  },
});
