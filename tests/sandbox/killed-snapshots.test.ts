import { expect, test } from "vitest";
import { killWhileWriting } from "./kill-while-writing.ts";

test("a sandbox that is killed while it writes loses nothing that it acknowledged", { timeout: 180_000 }, async () => {
  const { killedDuringCompaction, ...counts } = await killWhileWriting(6);
  expect(counts).toEqual({ killed: 6, corrupt: 0, lost: 0 });
  expect(killedDuringCompaction).toBeGreaterThanOrEqual(3);
});
