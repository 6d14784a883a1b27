import fc from "fast-check";
import { expect, test } from "vitest";
import { SortedKeys } from "./sorted-keys.ts";

test("keys are in order after any changes, also across chunks", () => {
  const key = fc.oneof(
    fc.nat(3000).map((number) => `k${number}`),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.array(fc.tuple(key, fc.boolean()), { maxLength: 1500, size: "max" }),
      key,
      (initial, changes, after) => {
        const start = Array.from({ length: initial }, (_, index) => `k${index}`);
        const keys = new SortedKeys(start);
        const plain = new Set(start);
        for (const [one, adds] of changes) {
          if (adds) keys.add(one);
          else keys.delete(one);
          if (adds) plain.add(one);
          else plain.delete(one);
        }
        expect([...keys.after(after)]).toEqual([...plain].filter((one) => one > after).sort());
      },
    ),
    { numRuns: 50 },
  );
});
