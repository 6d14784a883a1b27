import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../../tests/client/seeded.ts";
import type { Slot } from "../call/slot.ts";
import { memoryRateLimitStore } from "./memory-store.ts";
import type { RateRule } from "./rate-limit-store.ts";

/** Fails if any stretch of time as long as the window holds more moments than the rule allows. */
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

  test("a slot that is held begins its window when its request is sent, and none when it never does", () => {
    let time = 0;
    const store = memoryRateLimitStore(() => time);
    const rule = { key: "a", requests: 2, windowMs: 100 };
    const [first, second]: [Slot, Slot] = [{}, {}];
    expect([store.take([rule], undefined, first), store.take([rule], undefined, second)]).toEqual([0, 0]);
    time = 250;
    // Both may leave at any moment, so none is free before a window from now has passed.
    expect(store.take([rule])).toBe(100);
    first.settle?.(true);
    time = 260;
    second.settle?.(false);
    expect(store.freesIn?.(rule)).toBe(90);
    expect(store.take([rule])).toBe(0);
    expect(store.take([rule])).toBe(90);
  });

  test("a slot that is held long keeps no other one from being taken", () => {
    let time = 0;
    const store = memoryRateLimitStore(() => time);
    const rule = { key: "a", requests: 3, windowMs: 100 };
    const held: Slot = {};
    store.take([rule], undefined, held);
    for (; time < 1_000; time += 100) {
      expect([store.take([rule]), store.take([rule])]).toEqual([0, 0]);
      expect(store.take([rule])).toBe(100);
    }
  });

  test("a pause of 0 or of an invalid time has no effect", () => {
    const store = memoryRateLimitStore(() => 0);
    const rule = { key: "a", requests: 1, windowMs: 10 };
    store.pause(rule, 30);
    for (const ms of [0, -5, Number.NaN]) store.pause(rule, ms);
    expect(store.take([rule])).toBe(30);
  });

  test("whenever requests are sent or aborted, no window is exceeded and no request waits without need", () => {
    const step = fc.record({
      passes: fc.nat(60),
      use: fc.integer({ min: 1, max: 7 }),
      does: fc.constantFrom("take", "hold", "hold", "leave", "leave", "give back"),
      which: fc.nat(20),
    });
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 120 }), (limits, steps) => {
        let time = 0;
        const store = memoryRateLimitStore(() => time);
        const left: { readonly at: number; readonly keys: readonly string[] }[] = [];
        const held: { readonly slot: Slot; readonly keys: readonly string[] }[] = [];
        for (const { passes, use, does, which } of steps) {
          time += passes;
          const used = limits.filter((_, index) => (use & (1 << index)) !== 0);
          const keys = used.map(({ key }) => key);
          if (does === "take" || does === "hold") {
            const taken = ({ key, windowMs }: RateRule) =>
              held.filter((one) => one.keys.includes(key)).length +
              left.filter((one) => one.keys.includes(key) && one.at > time - windowMs).length;
            const isFree = used.every((rule) => taken(rule) < rule.requests);
            const slot: Slot = {};
            const wait = store.take(used, undefined, does === "hold" ? slot : undefined) as number;
            expect(wait === 0).toBe(isFree);
            expect(wait).toBeLessThanOrEqual(Math.max(0, ...used.map(({ windowMs }) => windowMs)));
            if (wait === 0 && does === "hold") held.push({ slot, keys });
            else if (wait === 0) left.push({ at: time, keys });
          } else {
            const [one] = held.splice(which % Math.max(1, held.length), 1);
            one?.slot.settle?.(does === "leave");
            if (one && does === "leave") left.push({ at: time, keys: one.keys });
          }
        }
        for (const rule of limits) {
          expectWithin(
            rule,
            left.filter(({ keys }) => keys.includes(rule.key)).map(({ at }) => at),
          );
        }
      }),
      seeded("memoryRateLimitStore with slots that are held"),
    );
  });

  test("never exceeds a rule in any rolling window, on a clock that jumps back and forth", () => {
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

  test("no request waits without need: it agrees with a list of all slots, and its waits are exact", () => {
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
