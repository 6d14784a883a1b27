import { expect, test } from "vitest";
import type { Slot } from "../call/slot.ts";
import { memoryRateLimitStore } from "./memory-store.ts";

test("tells when a slot is free, from the requests that were sent and the slots that are held", () => {
  let time = 0;
  const store = memoryRateLimitStore(() => time);
  const rule = { key: "a", requests: 2, windowMs: 100 };
  expect(store.freesIn(rule)).toBeUndefined();
  const slots: Slot[] = [{}, {}];
  store.take([rule], undefined, slots[0]);
  expect(store.freesIn(rule)).toBeUndefined();
  store.take([rule], undefined, slots[1]);
  expect(store.freesIn(rule)).toBe(100);
  time = 40;
  slots[0]?.settle?.(true);
  time = 60;
  expect(store.freesIn(rule)).toBe(80);
});
