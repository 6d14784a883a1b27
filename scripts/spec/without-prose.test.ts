import { describe, expect, it } from "vitest";
import { withoutProse } from "./without-prose.ts";

const same = (file: string, before: string, after: string): boolean =>
  withoutProse(file, before) === withoutProse(file, after);

describe("withoutProse", () => {
  it.each<[string, string, string, string]>([
    ["a comment", "a.ts", "/** One. */\nexport const a = 1; // one\n", "/** Two. */\nexport const a = 1;\n"],
    ["a comment in a type", "a.ts", "interface A { /** One. */ a: 1 }", "interface A {\n  /** Two. */\n  a: 1;\n}"],
    [
      "the header of a derived file",
      "a.gen.ts",
      "// Derived from a.\n\nexport {};\n",
      "// Derived from b.\n\nexport {};\n",
    ],
    ["a comment in YAML", "a.yaml", "# One\na: 1\n", "a: 1 # two\n"],
    [
      "a description",
      "a.yaml",
      "get: { description: One, operationId: a }",
      "get: { description: Two, operationId: a }",
    ],
    ["an example", "a.json", '{"type":"string","examples":["a"]}', '{"type":"string","examples":["b"]}'],
    ["what a value means", "a.yaml", "x-enumDescriptions: { 1: One }", "x-enumDescriptions: { 1: Another }"],
    ["a description in a derived schema", "a.gen.ts", 'a = { "description": "\\"1\\"" }', 'a = { "description": "2" }'],
    [
      "the descriptions of values in a field rule",
      "a.gen.ts",
      'a = { "isTimeZone": true }',
      'a = { "isTimeZone": true, "values": { "1": "One, {or} \\"1\\"" } }',
    ],
    ["a new description of a listed value", "a.yaml", "enum: [1]", "enum: [1]\nx-enumDescriptions: { 1: One }"],
  ])("ignores %s", (_, file, before, after) => {
    expect(same(file, before, after)).toBe(true);
  });

  it.each<[string, string, string, string]>([
    ["a value", "a.ts", "export const a = 1;", "export const a = 2;"],
    ["a text, which a program can show", "a.ts", 'export const a = "One";', 'export const a = "Two";'],
    ["a comment that is part of a text", "a.ts", 'export const a = "// 1";', 'export const a = "// 2";'],
    ["a description in other code", "a.ts", 'a = { "description": "1" }', 'a = { "description": "2" }'],
    [
      "a property in a derived schema",
      "a.gen.ts",
      'a = { "description": { "a": "1" } }',
      'a = { "description": { "a": "2" } }',
    ],
    ["a type", "a.json", '{"type":"string"}', '{"type":"number"}'],
    ["a scope", "a.yaml", "x-scopes: [a]", "x-scopes: [b]"],
    ["a described value", "a.yaml", "x-enumDescriptions: { 1: One }", "x-enumDescriptions: { 2: One }"],
    [
      "a property named like a keyword",
      "a.yaml",
      "properties: { description: { type: string } }",
      "properties: { description: { type: number } }",
    ],
    [
      "a property of a property that is named properties",
      "a.yaml",
      "properties: { properties: { type: string } }",
      "properties: { properties: { type: number } }",
    ],
    ["any other file", "a.css", "/* One */", "/* Two */"],
  ])("keeps %s", (_, file, before, after) => {
    expect(same(file, before, after)).toBe(false);
  });
});
