import { readdirSync } from "node:fs";
import path from "node:path";
import { actions } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { document } from "../contract/spec-operations.ts";
import { operationRows } from "../operations.ts";
import { isPromised } from "./seed-contract/broken-promises.ts";

// Requirements for every action; a new action that violates one fails here by name.

const folder = path.resolve(import.meta.dirname, "../../packages/actions/src/actions");
const files = readdirSync(folder).filter((file) => !file.includes(".test"));

test("every file of actions/ is in the registry, and vice versa", () => {
  const fileNames = Object.keys(actions).map((name) => `${name.replaceAll("_", "-")}.ts`);
  expect(files.sort()).toEqual(fileNames.sort());
});

test("every operation of the spec has exactly one action, unless its row says that it has none", () => {
  const operated = Object.values(actions).map(({ http }) => http.operation as string);
  const withAction = Object.entries(operationRows).filter(([, { action }]) => action !== null);
  expect([...operated].sort()).toEqual(withAction.map(([id]) => id).sort());
});

test("of the actions in the contract, only replying, activating and deleting require human approval", () => {
  const required = Object.values(actions).filter(({ name, approval }) => isPromised(name) && approval === "required");
  expect(required.map(({ name }) => name).sort()).toEqual(["activate_campaign", "delete_leads", "reply_to_email"]);
});

test("the tools fit into the context of a model: 36 kB, about 9,000 tokens, for the contract, and 2 kB for each other", () => {
  const tools = Object.values(actions).map(({ name, title, description, inputSchema, annotations }) => {
    return { name, title, description, inputSchema, annotations };
  });
  expect(JSON.stringify(tools.filter(({ name }) => isPromised(name))).length).toBeLessThan(36_000);
  const others = tools.filter(({ name }) => !isPromised(name)).map((tool) => JSON.stringify(tool));
  expect(others.filter((tool) => tool.length > 2_000)).toEqual([]);
});

/** The keywords that input schemas may use; some clients and models do not support others. */
const KEYWORDS = [
  "type",
  "description",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "minimum",
  "maximum",
  "minItems",
  "minProperties",
  "minLength",
  "pattern",
];

/** Every nested schema with its path. */
function* schemasIn(place: string, schema: Record<string, unknown>): Generator<[string, Record<string, unknown>]> {
  yield [place, schema];
  for (const [name, property] of Object.entries((schema["properties"] ?? {}) as Record<string, never>)) {
    yield* schemasIn(`${place}.${name}`, property);
  }
  for (const keyword of ["items", "additionalProperties"]) {
    const inner = schema[keyword];
    if (typeof inner === "object" && inner !== null)
      yield* schemasIn(`${place}.${keyword}`, inner as Record<string, unknown>);
  }
}

describe.each(Object.entries(actions))("%s", (key, action) => {
  test("has the same name in the registry, in its definition and in its file", () => {
    expect(action.name).toBe(key);
    expect(key).toMatch(/^[a-z][a-z0-9_]{2,63}$/);
    expect(files).toContain(`${key.replaceAll("_", "-")}.ts`);
  });

  test("has all four hints, and they agree with its effect", () => {
    const { annotations, effect } = action;
    expect(Object.keys(annotations).sort()).toEqual([
      "destructiveHint",
      "idempotentHint",
      "openWorldHint",
      "readOnlyHint",
    ]);
    for (const [hint, value] of Object.entries(annotations)) expect(typeof value, hint).toBe("boolean");
    expect(annotations.readOnlyHint).toBe(effect === "read");
    expect(annotations.readOnlyHint && annotations.destructiveHint, "is never both read-only and destructive").toBe(
      false,
    );
    if (effect === "read") expect(annotations.idempotentHint).toBe(true);
    if (effect === "create") expect(annotations.idempotentHint).toBe(false);
    if (effect === "delete" || effect === "send") expect(annotations.destructiveHint).toBe(true);
    if (effect === "send") expect(annotations.openWorldHint).toBe(true);
  });

  test("requires approval according to its effect", () => {
    expect(["never", "recommended", "required"]).toContain(action.approval);
    if (action.effect === "read") expect(action.approval).toBe("never");
    if (action.effect === "send" || action.effect === "delete") expect(action.approval).toBe("required");
  });

  test("has descriptions for people and for models", () => {
    expect(action.title).toMatch(/^[A-Z][\w ]+$/);
    expect(action.summary).toMatch(/^[A-Z].{10,120}\.$/);
    expect(action.description.length).toBeGreaterThan(80);
    expect(action.description.length).toBeLessThanOrEqual(1024);
    expect(action.description).not.toMatch(/\n/);
  });

  test("has the method, path, statuses, effect and scopes of the spec", () => {
    const { operation, method, path: template, successStatuses } = action.http;
    const inSpec = document.paths[template]?.[method.toLowerCase()];
    expect(inSpec?.operationId).toBe(operation);
    expect(action.effect).toBe(inSpec?.["x-effect"]);
    expect(action.scopes).toEqual(inSpec?.["x-scopes"]);
    const successes = Object.keys(inSpec?.responses ?? {}).filter((status) => status.startsWith("2"));
    expect(successStatuses).toEqual(successes.map(Number));
    expect(template.replaceAll("-", "_")).toContain(`/${action.category}`);
  });

  test("has an input schema without references, nulls, defaults and open objects", () => {
    for (const [place, schema] of schemasIn(key, { ...action.inputSchema })) {
      if (place.includes("additionalProperties") && "anyOf" in schema) {
        // The form of "one of these types" that every host takes.
        const names = (schema["anyOf"] as { type: string }[]).map(({ type }) => type);
        expect(schema, place).toEqual({ anyOf: names.map((type) => ({ type })) });
        expect(names.every((name) => typeof name === "string") && names.length > 1, place).toBe(true);
        continue;
      }
      for (const keyword of Object.keys(schema)) expect(KEYWORDS, `${place} uses ${keyword}`).toContain(keyword);
      if (schema["properties"]) expect(schema["additionalProperties"], `${place} is closed`).toBe(false);
      expect(typeof schema["type"], `${place}: one plain type`).toBe("string");
      if (schema["type"] === "array") expect(schema["items"], `${place} has a description`).toBeDefined();
      for (const name of Object.keys((schema["properties"] ?? {}) as object)) {
        expect(name, `${place}: a name that every host accepts`).toMatch(/^[A-Za-z0-9_.-]{1,64}$/);
      }
    }
  });

  test("describes every parameter for models, without the evidence tags of the spec", () => {
    for (const [name, { description }] of Object.entries(action.inputSchema.properties)) {
      expect(String(description), name).toMatch(/^[A-Z"].{5,}/);
      expect(String(description), name).not.toMatch(/\[[SDLRI]\]|\n|undefined/);
    }
  });
});
