import { actions } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import type { CheckedAction } from "./action-problems.ts";
import { actionProblems } from "./action-problems.ts";

// tests/actions/registry.test.ts has more requirements for every action; this shows that those of the design can fail.

const all: readonly CheckedAction[] = Object.values(actions).map(({ name, description, annotations, inputSchema }) => ({
  name,
  description,
  annotations: { ...annotations },
  inputSchema,
}));

describe.each(all)("$name", (action) => {
  test("can be used safely by any host", () => {
    expect(actionProblems(action)).toEqual([]);
  });

  test.each(Object.keys(action.annotations))("a missing %s is named", (hint) => {
    const { [hint]: _, ...annotations } = action.annotations;
    expect(actionProblems({ ...action, annotations })).toEqual([`${action.name} has no ${hint}`]);
  });

  test("a description that is too long and a nested unsupported keyword are named", () => {
    expect(actionProblems({ ...action, description: "x".repeat(1_025) })).toEqual([
      `${action.name} has a description of 1025 characters`,
    ]);
    const { properties } = action.inputSchema;
    for (const keyword of ["$ref", "anyOf", "default", "not"]) {
      const nested = { type: "object", properties: { inner: { type: "array", items: { [keyword]: [] } } } };
      const inputSchema = { ...action.inputSchema, properties: { ...properties, nested } } as typeof action.inputSchema;
      expect(actionProblems({ ...action, inputSchema })).toEqual([
        `${action.name} uses ${keyword} in its input schema`,
      ]);
    }
    for (const items of [{ type: ["string", "null"] }, { anyOf: [{ type: "string" }, { type: "string", not: {} }] }]) {
      const nested = { type: "array", items };
      const inputSchema = { ...action.inputSchema, properties: { ...properties, nested } } as typeof action.inputSchema;
      expect(actionProblems({ ...action, inputSchema })[0]).toMatch(
        / uses (a list of types|anyOf) in its input schema$/,
      );
    }
  });
});
