import { expect, test } from "vitest";
import type { SchemaIssue } from "../schema/schema-issues.ts";
import { issueMessage } from "./issue-message.ts";

function messageFor(issue: Partial<SchemaIssue>, value: unknown, allowedNames: readonly string[] = []): string {
  const properties = Object.fromEntries(allowedNames.map((name) => [name, {}]));
  return issueMessage({ instancePath: "", keyword: "", params: {}, ...issue }, { value, schema: { properties } });
}

test.each([
  [{ keyword: "required", params: { missingProperty: "name" } }, undefined, "name is required"],
  [{ keyword: "required", instancePath: "/a/0", params: { missingProperty: "b" } }, {}, "a[0].b is required"],
  [{ keyword: "type", instancePath: "/ids", params: { type: "array" } }, 5, "ids must be an array, received 5"],
  [{ keyword: "type", params: { type: "object" } }, [], "the input must be an object, received an array"],
  [
    { keyword: "type", instancePath: "/v", params: { type: ["string", "null"] } },
    {},
    "v must be a string or null, received an object",
  ],
  [{ keyword: "minimum", instancePath: "/limit", params: { limit: 1 } }, 0, "limit must be at least 1, received 0"],
  [{ keyword: "maximum", instancePath: "/limit", params: { limit: 9 } }, 10, "limit must be at most 9, received 10"],
  [{ keyword: "minItems", instancePath: "/ids", params: { limit: 1 } }, [], "ids must not be empty"],
  [{ keyword: "pattern", instancePath: "/t", params: { pattern: "^x$" } }, "y", 't must match ^x$, received "y"'],
  [{ keyword: "brandNew", instancePath: "/t" }, null, "t is not valid (brandNew), received null"],
])("%j", (issue, value, message) => {
  expect(messageFor(issue, value)).toBe(message);
});

test.each([
  [10n, "a bigint"],
  [Symbol("a\nb"), "a symbol"],
  [() => "source text", "a function"],
  [new Map(), "an object (Map)"],
  [{ [Symbol.toStringTag]: "a\nb" }, "an object"],
  [null, "null"],
])("describes %o by its type, never by its content", (value, text) => {
  expect(messageFor({ keyword: "type", instancePath: "/t", params: { type: "string" } }, value)).toBe(
    `t must be a string, received ${text}`,
  );
});

test("an unknown name comes with the nearest name, or with all names if that is not too long", () => {
  const unknown = (name: string, allowed: readonly string[]) =>
    messageFor({ keyword: "additionalProperties", params: { additionalProperty: name } }, {}, allowed);
  expect(unknown("form", ["from", "to"])).toBe('"form" is not a known parameter (did you mean "from"?)');
  expect(unknown("monday", ["0", "1"])).toBe('"monday" is not a known parameter: use 0, 1');
  const many = Array.from({ length: 200 }, (_, index) => `parameter ${index}`);
  expect(unknown("x", many)).toBe('"x" is not a known parameter');
});

test("names with a slash or a tilde are unescaped", () => {
  expect(messageFor({ keyword: "type", instancePath: "/a~1b/c~0d", params: { type: "string" } }, 1)).toContain(
    "a/b.c~d",
  );
});

test("a long value is truncated", () => {
  const message = messageFor({ keyword: "type", instancePath: "/t", params: { type: "integer" } }, "x".repeat(10_000));
  expect(message.length).toBeLessThan(100);
});

test("an enum lists the nearest value, all values, or the number of values", () => {
  const messageOf = (value: string, allowedValues: readonly string[]) =>
    messageFor({ keyword: "enum", instancePath: "/order", params: { allowedValues } }, value);
  expect(messageOf("descc", ["asc", "desc"])).toBe('order "descc" is not accepted by Instantly (did you mean "desc"?)');
  expect(messageOf("newest", ["asc", "desc"])).toBe('order "newest" is not accepted by Instantly; use asc, desc');
  const many = Array.from({ length: 400 }, (_, index) => `value number ${index}`);
  expect(messageOf("x", many)).toBe(
    'order "x" is not accepted by Instantly; it takes one of 400 values, such as "value number 0"',
  );
});

test("a message stays on one line whatever it quotes", () => {
  const issue = { keyword: "type", instancePath: "/t", params: { type: "integer" } };
  expect(messageFor(issue, "a\nb\u2028c")).not.toMatch(/[\n\u2028]/);
  const unknown = { keyword: "additionalProperties", params: { additionalProperty: "a\nb" } };
  expect(messageFor(unknown, {})).not.toContain("\n");
});
