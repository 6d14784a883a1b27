import path from "node:path";
import { defineConfig } from "vitest/config";

/** Tests that measure how fast something is on the screen: nothing runs beside them. */
const measures = ["tests/inspector/{leads-scrolling,mails-live,mails-many}.test.ts"];

const project = (name: string, include: string[], exclude: string[], maxWorkers: number, groupOrder: number) => ({
  extends: true as const,
  test: { name, include, exclude, maxWorkers, sequence: { groupOrder } },
});

/** `pnpm test:inspector`: the page of the sandbox in a browser. */
export default defineConfig({
  test: {
    setupFiles: [path.resolve(import.meta.dirname, "../support/setup.ts")],
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: path.resolve(import.meta.dirname, "../../.reports/inspector.json") }]]
      : ["default"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page that follows a sandbox beside a build may take longer than a second.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      project("views", ["tests/inspector/**/*.test.ts"], measures, 2, 0),
      project("measures", measures, [], 1, 1),
    ],
  },
});
