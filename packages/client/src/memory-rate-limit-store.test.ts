import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../tests/client/seeded.ts";
import { memoryRateLimitStore } from "./memory-rate-limit-store.ts";
import type { RateRule } from "./rate-rule.ts";

/** Fails when any stretch of time as long as the window holds more moments than the rule allows. */
function expectWithin({ key, requests, windowMs }: RateRule, moments: readonly number[]): void {
  const sorted = moments.toSorted((one, other) => one - other);
  for (let index = requests; index < sorted.length; index += 1) {
    const apart = (sorted[index] ?? 0) - (sorted[index - requests] ?? 0);
    expect(apart, `${key}: slots ${index - requests} and ${index}`).toBeGreaterThanOrEqual(windowMs);
  }
}

const rules = fc
  .array(fc.record({ requests: fc.integer({ min: 1, max: 6 }), windowMs: fc.integer({ min: 1, max: 200 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((limits) => limits.map((limit, index): RateRule => ({ key: `rule ${index}`, ...limit })));

describe("memoryRateLimitStore", () => {
  test("gives all its slots at once, the next one when the oldest is a window old, and not a moment earlier", () => {
    let time = 1_000;
    const store = memoryRateLimitStore(() => time);
    const rule = { key: "a", requests: 3, windowMs: 100 };
    expect([store.take([rule]), store.take([rule]), store.take([rule])]).toEqual([0, 0, 0]);
    expect(store.take([rule])).toBe(100);
    time = 1_099;
    expect(store.take([rule])).toBe(1);
    time = 1_100;
    expect([store.take([rule]), store.take([rule]), store.take([rule])]).toEqual([0, 0, 0]);
    expect(store.take([rule])).toBe(100);
  });

  test("does not double at the edge of a window, as fixed windows do", () => {
    let time = 990;
    const store = memoryRateLimitStore(() => time);
    const rule = { key: "a", requests: 100, windowMs: 1_000 };
    for (let slot = 0; slot < 100; slot += 1) expect(store.take([rule])).toBe(0);
    time = 1_010;
    expect(store.take([rule])).toBe(980);
  });

  test("takes a slot of every rule or of none", () => {
    let time = 0;
    const store = memoryRateLimitStore(() => time);
    const wide = { key: "wide", requests: 5, windowMs: 100 };
    const narrow = { key: "narrow", requests: 1, windowMs: 100 };
    expect(store.take([wide, narrow])).toBe(0);
    for (let attempt = 0; attempt < 10; attempt += 1) expect(store.take([wide, narrow])).toBe(100);
    for (let slot = 0; slot < 4; slot += 1) expect(store.take([wide])).toBe(0);
    expect(store.take([wide])).toBe(100);
    time = 100;
    expect(store.take([wide, narrow])).toBe(0);
  });

  test("a pause holds the rule, the longest one counts, and others go on", () => {
    let time = 0;
    const store = memoryRateLimitStore(() => time);
    const paused = { key: "paused", requests: 5, windowMs: 10 };
    const other = { key: "other", requests: 5, windowMs: 10 };
    store.pause(paused, 500);
    store.pause(paused, 50);
    expect(store.take([paused])).toBe(500);
    expect(store.take([other])).toBe(0);
    time = 499;
    expect(store.take([paused, other])).toBe(1);
    time = 500;
    expect(store.take([paused, other])).toBe(0);
  });

  test("knows when the oldest slot frees", () => {
    let time = 0;
    const store = memoryRateLimitStore(() => time);
    const rule = { key: "a", requests: 2, windowMs: 100 };
    expect(store.freesIn?.(rule)).toBeUndefined();
    store.take([rule]);
    time = 30;
    store.take([rule]);
    expect(store.freesIn?.(rule)).toBe(70);
    time = 100;
    expect(store.freesIn?.(rule)).toBe(30);
    time = 130;
    expect(store.freesIn?.(rule)).toBeUndefined();
  });

  test("never exceeds a rule in any rolling window, on a clock that jumps to and fro", () => {
    // Real time only goes on; the clock shows it with backward jumps. Slots must be apart in real time.
    const step = fc.record({ passes: fc.nat(60), jumpsBack: fc.option(fc.nat(500), { freq: 5 }), tries: fc.nat(4) });
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 60 }), (limits, steps) => {
        let real = 0;
        let behind = 0;
        const store = memoryRateLimitStore(() => real - behind);
        const taken: number[] = [];
        for (const { passes, jumpsBack, tries } of steps) {
          real += passes;
          behind += jumpsBack ?? 0;
          for (let attempt = 0; attempt < tries; attempt += 1) if (store.take(limits) === 0) taken.push(real);
        }
        for (const rule of limits) expectWithin(rule, taken);
      }),
      seeded("memoryRateLimitStore under backward jumps"),
    );
  });

  test("on a clock that jumps ahead it keeps every window of that clock", () => {
    const step = fc.record({ passes: fc.oneof(fc.nat(60), fc.integer({ min: -2_000, max: 5_000 })), tries: fc.nat(5) });
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 60 }), (limits, steps) => {
        let time = 0;
        let latest = 0;
        const store = memoryRateLimitStore(() => time);
        const taken: number[] = [];
        for (const { passes, tries } of steps) {
          time += passes;
          for (let attempt = 0; attempt < tries; attempt += 1) {
            latest = Math.max(latest, time);
            if (store.take(limits) === 0) taken.push(latest);
          }
        }
        for (const rule of limits) expectWithin(rule, taken);
      }),
      seeded("memoryRateLimitStore under forward jumps"),
    );
  });

  test("refuses nobody without need: it agrees with a list of all slots, and a wait it names is exact", () => {
    const step = fc.record({ passes: fc.nat(40), use: fc.nat(7), pause: fc.option(fc.nat(150), { freq: 9 }) });
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 80 }), (limits, steps) => {
        let time = 0;
        const store = memoryRateLimitStore(() => time);
        const slots = new Map(limits.map(({ key }): [string, number[]] => [key, []]));
        const pausedUntil = new Map(limits.map(({ key }): [string, number] => [key, 0]));
        for (const { passes, use, pause } of steps) {
          time += passes;
          const used = limits.filter((_, index) => (use & (1 << index)) !== 0);
          const [paused] = used;
          if (pause !== null && paused !== undefined) {
            store.pause(paused, pause);
            pausedUntil.set(paused.key, Math.max(pausedUntil.get(paused.key) ?? 0, time + pause));
          }
          const waits = used.map(({ key, requests, windowMs }) => {
            const blocking = (slots.get(key) ?? []).at(-requests);
            const full = blocking === undefined ? 0 : blocking + windowMs - time;
            return Math.max(0, full, (pausedUntil.get(key) ?? 0) - time);
          });
          const expected = Math.max(0, ...waits);
          expect(store.take(used)).toBe(expected);
          if (expected === 0) for (const { key } of used) slots.get(key)?.push(time);
        }
      }),
      seeded("memoryRateLimitStore against a list"),
    );
  });
});
