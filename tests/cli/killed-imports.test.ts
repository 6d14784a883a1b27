import { expect, test } from "vitest";
import { killImports } from "./support/kill-imports.ts";

// `pnpm bench:cli` does it 50 times, and 12 times with `--short`.
test("an import that is killed at random moments creates each lead once, and knows its id", async () => {
  const { killed, killedWhileSending, ...rest } = await killImports({ times: 6, rows: 300 });
  expect(rest).toEqual({ rows: expect.any(Number), duplicates: 0, repeated: 0, lost: 0 });
  expect(killed).toBe(6);
  expect(killedWhileSending).toBeGreaterThan(0);
});
