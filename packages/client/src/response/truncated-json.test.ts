import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../../tests/client/seeded.ts";
import { isTruncatedJson } from "./json-nesting.ts";

describe("isTruncatedJson", () => {
  test.each([
    "{",
    "[",
    '{"a',
    '{"a":',
    '{"items":[{"id":"x"},',
    "[1,2",
    '{"a":"}',
    '{"a":"\\"}',
    ' \n{"a":1',
    '{"a":"\\',
  ])("%j is truncated", (text) => {
    expect(isTruncatedJson(text)).toBe(true);
  });

  test.each([
    "",
    " ",
    "null",
    '"text',
    "<html>",
    "}",
    "{}",
    "[]",
    '{"a":1}',
    '{"a":1} extra',
    "{]}",
    '{"a":"}"}',
    "NaN",
    'x{"a":1',
    "Service unavailable [",
  ])("%j does not", (text) => {
    expect(isTruncatedJson(text)).toBe(false);
  });

  test("every proper prefix of an object or array is truncated, the whole is not", () => {
    const whole = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(
      fc.property(whole, fc.nat(), (value, cut) => {
        const text = JSON.stringify(value);
        expect(isTruncatedJson(text)).toBe(false);
        expect(isTruncatedJson(text.slice(0, 1 + (cut % (text.length - 1))))).toBe(true);
      }),
      seeded("isTruncatedJson"),
    );
  });
});
