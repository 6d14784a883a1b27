import { expect, test } from "vitest";
import { runOnce } from "./run-once.ts";

/** A function that counts its runs. */
function counter(): { readonly run: () => Promise<number>; readonly count: () => number } {
  let runs = 0;
  return {
    run: async () => {
      runs += 1;
      return runs;
    },
    count: () => runs,
  };
}

test("a call with a known key gets the first result, also while it still runs", async () => {
  const [once, { run, count }] = [runOnce<number>(), counter()];
  expect(await Promise.all([once("a", run), once("a", run), once("b", run)])).toEqual([1, 1, 2]);
  expect(await once("a", run)).toBe(1);
  expect(count()).toBe(2);
});

test("a call without a key always runs", async () => {
  const [once, { run, count }] = [runOnce<number>(), counter()];
  await once(undefined, run);
  await once(undefined, run);
  expect(count()).toBe(2);
});

test("the last 1,000 calls are remembered", async () => {
  const [once, { run, count }] = [runOnce<number>(), counter()];
  for (let index = 0; index < 1_001; index += 1) await once(String(index), run);
  await once("1", run);
  expect(count()).toBe(1_001);
  await once("0", run);
  expect(count()).toBe(1_002);
});
