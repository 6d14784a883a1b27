import { describe, expect, test } from "vitest";
import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";
import { fieldRules } from "./field-rules.ts";

function rulesOf(effect: string, inputs: Record<string, JsonSchema>, requiredInputs: string[] = []) {
  const operation = { "x-effect": effect } as ActionShape["found"]["operation"];
  const found = { method: "POST", pathTemplate: "/api/v2/things", operation };
  return fieldRules({ name: "do_thing", found, inputs, requiredInputs, outputTitle: "", outputs: {} });
}

const text = { type: "string" };

describe("a blank string", () => {
  test.each([
    ["read", "left_out"],
    ["create", "left_out"],
    ["send", "left_out"],
    ["update", "refused"],
    ["delete", "refused"],
  ])("of an optional field of a %s is %s; an id is absent, a required string is rejected", (effect, blank) => {
    const inputs = {
      name: { type: ["string", "null"] },
      owner: { ...text, format: "uuid" },
      key: { ...text, format: "uuid" },
    };
    expect(rulesOf(effect, inputs, ["key"])).toEqual({
      name: { blank },
      owner: { blank: "left_out" },
      key: { blank: "refused" },
    });
  });

  test("in a filter of a read is absent, whatever its type; elsewhere it is rejected because of its type", () => {
    const inputs = { limit: { type: "integer" }, ids: { type: "array", items: text } };
    expect(rulesOf("read", inputs)).toEqual({
      limit: { blank: "left_out" },
      ids: { blank: "left_out" },
      "ids[]": { blank: "refused" },
    });
    expect(rulesOf("create", inputs)).toEqual({ "ids[]": { blank: "refused" } });
  });

  test("inside a value that is replaced as a whole is absent unless it is required", () => {
    const plan = { type: "object", required: ["name"], properties: { name: text, start: text } };
    expect(rulesOf("update", { plans: { type: "array", items: plan } })).toEqual({
      "plans[].name": { blank: "refused" },
      "plans[].start": { blank: "left_out" },
    });
  });

  test("follows x-blank first", () => {
    const stated = (blank: string) => rulesOf("update", { a: { ...text, "x-blank": blank } }, ["a"])["a"];
    expect(stated("left_out")).toEqual({ blank: "left_out" });
    expect(stated("kept")).toBeUndefined();
    expect(() => stated("dropped")).toThrow(
      "action do_thing, input a: x-blank must be one of left_out, refused, kept, found dropped",
    );
  });
});

test("meanings and the pattern of further values are kept", () => {
  const kind = { ...text, "x-enumDescriptions": { A: "First.", B: "Second" }, "x-further-values": "^[A-Z]$" };
  expect(rulesOf("read", { kind, body: { ...text, "x-html": true } })).toEqual({
    kind: { blank: "left_out", values: { A: "First", B: "Second" }, further: "^[A-Z]$" },
    body: { blank: "left_out", isHtml: true },
  });
  expect(() => rulesOf("read", { a: { type: "object", properties: { kind } } })).toThrow(
    "action do_thing, input a.kind: x-further-values is for fields that are not nested",
  );
});
