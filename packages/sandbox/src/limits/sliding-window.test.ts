import fc from "fast-check";
import { expect, test } from "vitest";
import { SlidingWindow } from "./sliding-window.ts";

test("never lets more than the limit through in any window, and never refuses when there is room", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 100 }), gaps, (requests, windowMs, waits) => {
      const window = new SlidingWindow(requests, windowMs);
      const passed: number[] = [];
      let now = 0;
      for (const wait of waits) {
        now += wait;
        const within = passed.filter((time) => now - time < windowMs).length;
        expect(window.hasRoom(now)).toBe(within < requests);
        if (within >= requests) continue;
        window.count(now);
        passed.push(now);
      }
    }),
  );
});
