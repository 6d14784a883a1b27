import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { actionList } from "../action-list.ts";
import { inlineReferences } from "./inline-references.ts";

const ajv = new Ajv2020({ strict: true, strictTypes: false });

describe.each(actionList)("the output schema of $name", ({ outputSchema }) => {
  const inlined = inlineReferences(outputSchema);

  test("has no references, and accepts and rejects the same results", () => {
    expect(JSON.stringify(inlined)).not.toMatch(/\$ref|\$defs|~standard/);
    const result = Object.fromEntries(
      Object.entries(outputSchema.properties).map(([name, { type }]) => [name, type === "array" ? [] : null]),
    );
    const results = [{ ...result, success: true }, result, { ...result, success: true, other: 1 }, { success: "yes" }];
    for (const value of results) expect(ajv.compile(inlined)(value)).toBe(ajv.compile({ ...outputSchema })(value));
    const first = Object.entries(outputSchema.properties).find(([, { type }]) => type === "array")?.[0];
    if (first) {
      for (const item of [{ nonsense: 1 }, 5]) {
        expect(ajv.compile(inlined)({ ...result, success: true, [first]: [item] })).toBe(false);
      }
    }
  });

  test("is a copy", () => {
    expect(inlined.properties).not.toBe(outputSchema.properties);
    expect(inlineReferences(outputSchema)).toEqual(inlined);
  });
});

test("keywords beside a reference win over those of its definition, and nested references are inlined", () => {
  const schema = {
    type: "object" as const,
    properties: { a: { $ref: "#/$defs/A", description: "own" } },
    $defs: { A: { type: "array", description: "shared", items: { $ref: "#/$defs/B" } }, B: { type: "string" } },
  };
  expect(inlineReferences(schema)).toEqual({
    type: "object",
    properties: { a: { type: "array", description: "own", items: { type: "string" } } },
  });
});
