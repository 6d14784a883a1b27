import { expect, test } from "vitest";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { readableCopy } from "./readable-copy.ts";

const throws = () => {
  throw new Error("boom");
};

test("plain data is copied unchanged", () => {
  const value = { a: [1, "x", null, true, { b: {} }], c: { "": 0 } };
  expect(readableCopy(value)).toEqual(value);
  expect(readableCopy(value)).not.toBe(value);
  for (const plain of [0, "", false, null]) expect(readableCopy(plain)).toBe(plain);
});

test("whatever cannot be read or serialised is omitted, or null in an array, and the rest is kept", () => {
  const cycle: Record<string, unknown> = { id: 1 };
  cycle["self"] = cycle;
  const value = {
    get broken() {
      return throws();
    },
    call: throws,
    big: 10n,
    none: undefined,
    endless: new Array(2 ** 32 - 1),
    list: [throws, 1, Symbol("x"), Number.NaN],
    cycle,
    kept: "x",
  };
  expect(readableCopy(value)).toEqual({ list: [null, 1, null, null], cycle: { id: 1 }, kept: "x" });
  expect(readableCopy(throws)).toBeUndefined();
  expect(readableCopy(new Proxy({}, { ownKeys: throws }))).toBeUndefined();
});

test("an object that occurs twice is not a cycle", () => {
  const step = { type: "email" };
  expect(readableCopy([step, { step }])).toEqual([step, { step }]);
});

test("depth and number of values are limited", () => {
  const deep = Array.from({ length: 5_000 }).reduce<unknown>((inner) => ({ inner }), "end");
  expect(JSON.stringify(readableCopy(deep)).length).toBeLessThan(3_000);
  let bush: object = {};
  for (let level = 0; level < 100; level += 1) bush = { a: bush, b: bush };
  expect(JSON.stringify(readableCopy(bush)).length).toBeLessThan(2_000_000);
  expect(cpuMs(() => readableCopy(bush))).toBeLessThan(10_000);
});
