import path from "node:path";
import { defineConfig } from "vitest/config";

/** `pnpm test:inspector`: the page of the sandbox in a browser. */
export default defineConfig({
  test: {
    include: ["tests/inspector/**/*.test.ts"],
    setupFiles: [path.resolve(import.meta.dirname, "../support/setup.ts")],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    // Two cores are shared with a browser.
    expect: { poll: { timeout: 10_000 } },
  },
});
