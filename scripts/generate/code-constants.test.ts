import { expect, test } from "vitest";
import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { codeConstants } from "./code-constants.ts";

const documentWith = (schema: JsonSchema) =>
  ({ components: { schemas: { Thing: schema } } }) as unknown as OpenApiDocument;
const status: JsonSchema = {
  type: "number",
  description: "Where a thing\nstands. More about it.",
  enum: [2, -1],
  "x-constants": { name: "ThingStatus" },
  "x-enumDescriptions": { "2": "On hold. For a while", "-1": "Gone, and not coming back" },
};

test("names come from the meanings of numbers, and the description is its first sentence", () => {
  expect(codeConstants(documentWith(status))).toBe(`/** Where a thing stands. */
export const ThingStatus: {
  /** Gone, and not coming back */
  readonly Gone: -1;
  /** On hold. For a while */
  readonly OnHold: 2;
} = { Gone: -1, OnHold: 2 };
/** A value of \`ThingStatus\`. */
export type ThingStatus = (typeof ThingStatus)[keyof typeof ThingStatus];
/** The values of \`ThingStatus\` in words. */
export const thingStatusLabels: { readonly [Value in ThingStatus]: string } & { readonly [code: number]: string } = {
  [-1]: "Gone, and not coming back",
  [2]: "On hold. For a while",
};
`);
});

test("names come from texts without their prefix, and texts have no labels for any number", () => {
  const text = { ...status, type: "string", "x-constants": { name: "Filter", prefix: "(?:A|B)_" } };
  const constants = codeConstants(documentWith({ ...text, "x-enumDescriptions": { A_NO_SHOW: "One", B_X: "Two" } }));
  expect(constants).toContain('= { NoShow: "A_NO_SHOW", X: "B_X" };');
  expect(constants).toContain("filterLabels: { readonly [Value in Filter]: string } = {");
});

test.each([
  ["no meanings", { "x-enumDescriptions": undefined }, /ThingStatus: x-constants needs x-enumDescriptions/],
  [
    "a name twice",
    { "x-enumDescriptions": { "1": "On. One", "2": "On. Two" } },
    /ThingStatus: . has no name of its own: "On"/,
  ],
  ["no name", { "x-enumDescriptions": { "1": "(none)" } }, /ThingStatus: 1 has no name of its own/],
])("a schema with %s is an error that names it", (_, changes, message) => {
  expect(() => codeConstants(documentWith({ ...status, ...changes } as JsonSchema))).toThrow(message);
});

test("a document without coded fields has no constants", () => {
  expect(codeConstants(documentWith({ type: "object" }))).toBe("");
});
