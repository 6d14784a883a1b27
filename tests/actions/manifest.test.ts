import { readFileSync } from "node:fs";
import type { ActionName } from "@modulex-instantly/actions";
import { actions, credential, manifest, modulexManifest } from "@modulex-instantly/actions";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { modulexSchema } from "./modulex-schema.ts";
import { isPromised, parametersOf, parametersPromised } from "./seed-contract/broken-promises.ts";

// The manifest of an integration in ModuleX's format. Its models forbid unknown keys, so the keys are compared exactly.

/** The parameters of the contract, or those of the input schema of an action beside it. */
function wantedParameters(name: string): Record<string, string> {
  return isPromised(name) ? parametersPromised(name) : parametersOf(actions[name as ActionName].inputSchema);
}

test("has the fields of a ModuleX integration", () => {
  expect(Object.keys(manifest).sort()).toEqual(
    [
      "actions",
      "app_url",
      "auth_schemas",
      "author",
      "categories",
      "description",
      "display_name",
      "integration_type",
      "logo",
      "name",
      "version",
    ].sort(),
  );
  expect(manifest).toMatchObject({
    integration_type: "tool",
    name: "instantly",
    display_name: "Instantly",
    categories: ["Marketing & Advertising", "Email", "Sales Engagement"],
  });
  expect(manifest.version).toMatch(/^\d+\.\d+\.\d+/);
  for (const url of [manifest.logo, manifest.app_url]) expect(new URL(url).protocol).toBe("https:");
});

test("lists all actions in their order", () => {
  expect(manifest.actions.map(({ name }) => name)).toEqual(Object.keys(actions));
});

describe.each(manifest.actions)("$name", (entry) => {
  const action = actions[entry.name as keyof typeof actions];

  test("has a name and parameters that ModuleX accepts", () => {
    expect(entry.name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(entry.description).toBe(action.description);
    const parameters = Object.entries(entry.parameters).map(([name, { type, required }]) => [
      name,
      required ? `${type}!` : type,
    ]);
    expect(Object.fromEntries(parameters)).toEqual(wantedParameters(entry.name));
    for (const [name, parameter] of Object.entries(entry.parameters)) {
      expect(Object.keys(parameter).sort(), name).toEqual(["description", "required", "type"]);
      expect(["string", "integer", "number", "boolean", "array", "object"], name).toContain(parameter.type);
      expect(parameter.description, name).toMatch(/\w/);
    }
  });

  test("has the schemas, hints, effect, approval and scopes of the action", () => {
    expect(entry.input_schema).toEqual({ ...action.inputSchema });
    expect(entry.output_schema).toEqual({ ...action.outputSchema });
    expect(entry.annotations).toEqual(action.annotations);
    expect([entry.effect, entry.approval, entry.scopes]).toEqual([action.effect, action.approval, action.scopes]);
  });
});

test("describes the credential", () => {
  expect(manifest.auth_schemas).toEqual([
    {
      auth_type: "api_key",
      display_name: credential.label,
      description: credential.description,
      setup_instructions: credential.setupSteps,
      setup_environment_variables: [
        expect.objectContaining({ name: "INSTANTLY_API_KEY", required: true, sensitive: true, only_for_custom: false }),
      ],
      test_endpoint: {
        url: credential.testRequest.url,
        method: "GET",
        headers: { authorization: "Bearer {api_key}" },
        success_indicators: { status_codes: [200] },
        cost_level: "free",
      },
    },
  ]);
});

test("is plain data, equal to the actions.json of the built package", () => {
  const file = new URL(import.meta.resolve("@modulex-instantly/actions/actions.json"));
  const written: unknown = JSON.parse(readFileSync(file, "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(manifest)));
  expect(structuredClone(manifest)).toEqual(written);
});

describe("the strict form", () => {
  const validate = new Ajv2020({ allErrors: true }).compile(modulexSchema);

  test("is accepted by ModuleX's own schema, which rejects seven keys of each action of the extended one", () => {
    expect(validate(modulexManifest), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(manifest)).toBe(false);
    const rejected = (validate.errors ?? []).map(({ params }) => String(params["additionalProperty"]));
    expect(rejected).toHaveLength(manifest.actions.length * 7);
    expect([...new Set(rejected)].sort()).toEqual(
      ["annotations", "approval", "effect", "input_schema", "output_schema", "scopes", "title"].sort(),
    );
  });

  test("is a subset of the extended one", () => {
    expect(manifest).toMatchObject(structuredClone(modulexManifest) as object);
    expect(modulexManifest.actions.map(({ name }) => name)).toEqual(Object.keys(actions));
    for (const { name, parameters } of modulexManifest.actions) {
      expect(Object.keys(parameters)).toEqual(Object.keys(wantedParameters(name)));
    }
  });

  test("is plain data, equal to the modulex.json of the built package", () => {
    const file = new URL(import.meta.resolve("@modulex-instantly/actions/modulex.json"));
    const written: unknown = JSON.parse(readFileSync(file, "utf8"));
    expect(written).toEqual(JSON.parse(JSON.stringify(modulexManifest)));
    expect(validate(written)).toBe(true);
  });
});
