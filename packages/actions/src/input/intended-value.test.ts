import { expect, test } from "vitest";
import { inFormat, intendedValueHint, isNoValue } from "./intended-value.ts";

const list = { items: { type: "string" } };
const commas = { description: "The addresses, separated by commas." };
const days = { properties: { "0": { description: "Sunday." }, from: {} } };

test.each([
  ["boolean", "true", {}, " (did you mean true?)"],
  ["boolean", " No ", {}, " (did you mean false?)"],
  ["boolean", "ｔｒｕｅ", {}, " (did you mean true?)"],
  ["boolean", 1, {}, " (did you mean true?)"],
  ["boolean", ["false"], {}, " (did you mean false?)"],
  ["boolean", "maybe", {}, ""],
  ["integer", "10", {}, " (did you mean 10?)"],
  ["integer", "１０", {}, " (did you mean 10?)"],
  ["integer", " -3.0 ", {}, " (did you mean -3?)"],
  ["integer", [5], {}, " (did you mean 5?)"],
  ["integer", "10.5", {}, ""],
  ["integer", "1,000", {}, ""],
  ["integer", "ten", {}, ""],
  ["number", "2.5", {}, " (did you mean 2.5?)"],
  ["array", "a, b;c", list, ' (did you mean ["a","b","c"]?)'],
  ["array", '["a"]', list, ": pass the array itself, not its JSON as a string"],
  ["array", "", list, ""],
  ["array", "null", list, ""],
  ["array", 5, list, ""],
  ["array", { steps: [] }, { items: { type: "object" } }, ": put it into an array"],
  ["object", '{"a":1}', days, ": pass the object itself, not its JSON as a string"],
  ["object", '{"a":1', days, ": it is not valid JSON, or incomplete"],
  ["object", "{'a':1}", {}, ": it is not valid JSON, or incomplete"],
  ["object", '```json\n{"a":1}\n```', {}, ": it is not valid JSON, or incomplete"],
  ["array", `["${"a".repeat(90_000)}"]`, list, ": pass the array itself, not its JSON as a string"],
  ["array", "['a','b']", list, ": it is not valid JSON, or incomplete"],
  ["object", "Mon-Fri", days, ": its keys are 0 (Sunday), from"],
  ["object", [], days, ": its keys are 0 (Sunday), from"],
  ["object", [], {}, ""],
  ["string", ["a"], {}, ' (did you mean "a"?)'],
  ["string", ["a", "b"], commas, ' (did you mean "a, b"?)'],
  ["string", ["a", "b"], {}, ": one value, not an array"],
  ["string", [1], {}, ""],
  ["string", 5, {}, ""],
] as const)("a %s that is written as %j", (type, value, schema, hint) => {
  expect(intendedValueHint(value, type, schema)).toBe(hint);
});

test.each(["string", "array", "object", "boolean", "integer", "number"])(
  "a huge value is no hint for a %s, and costs no time",
  (type) => {
    const values = [
      " ".repeat(5_000_000),
      `[${"1,".repeat(5_000_000)}`,
      "a,".repeat(5_000_000),
      new Array(2 ** 32 - 1),
    ];
    for (const value of values) expect(intendedValueHint(value, type, {})).toBe("");
  },
);

test("words for no value", () => {
  expect(["null", " None", "undefined", "N/A"].every(isNoValue)).toBe(true);
  expect(["nullable", "no", "", null, undefined, 0].some(isNoValue)).toBe(false);
});

test.each([
  ["9:00", "09:00"],
  ["9am", "09:00"],
  ["5 p.m.", "17:00"],
  ["12 AM", "00:00"],
  ["12:30pm", "12:30"],
  ["09:00:00", "09:00"],
  ["17h30", "17:30"],
  ["24:00", undefined],
  ["13pm", undefined],
  ["noon", undefined],
  [`9${" ".repeat(100_000)}x`, undefined],
  [900, undefined],
])("the time %j", (given, time) => {
  expect(inFormat(given, "^([01][0-9]|2[0-3]):([0-5][0-9])$")).toBe(time);
});
