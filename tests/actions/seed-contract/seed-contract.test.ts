import { actions } from "@modulex-instantly/actions";
import { expect, test } from "vitest";
import { brokenPromises, parametersPromised } from "./broken-promises.ts";
import { promisedParameters } from "./parameters.ts";
import { resultSchema } from "./result-schema.ts";
import { promisedProjections, promisedResults } from "./results.ts";

const published = {
  inputs: Object.fromEntries(Object.values(actions).map(({ name, inputSchema }) => [name, { ...inputSchema }])),
  outputs: Object.fromEntries(Object.values(actions).map(({ name, outputSchema }) => [name, { ...outputSchema }])),
};
const names = Object.keys(promisedParameters);

test("the contract has 13 actions, 104 parameters and 13 results", () => {
  expect(names).toHaveLength(13);
  expect(Object.keys(promisedResults)).toEqual(names);
  expect(names.flatMap((name) => Object.keys(parametersPromised(name)))).toHaveLength(104);
});

test("the published schemas match it exactly", () => {
  expect(brokenPromises(published)).toEqual([]);
});

test.each(names)("%s: its parameters are in the order of the contract, and each has a description", (name) => {
  const { properties } = actions[name as keyof typeof actions].inputSchema;
  expect(Object.keys(properties)).toEqual(Object.keys(parametersPromised(name)));
  for (const [field, { description }] of Object.entries(properties)) {
    expect(description, `${name}.${field}`).toEqual(expect.stringMatching(/\S{2}/));
  }
});

/** Every removal of one part of the published schemas, and what the difference must name. */
function* losses(): Generator<{ named: RegExp; schemas: typeof published }> {
  for (const name of names) {
    const without = structuredClone(published);
    delete without.inputs[name];
    yield { named: new RegExp(`^${name}: the action is missing`), schemas: without };
    for (const field of Object.keys(parametersPromised(name))) {
      const schemas = structuredClone(published);
      Reflect.deleteProperty(propertiesOf(schemas.inputs[name]), field);
      yield { named: new RegExp(`^${name}, parameter ${field}: expected "\\w+!?", found nothing`), schemas };
    }
    const { $defs = {}, properties } = resultSchema(promisedResults[name] ?? "") as {
      $defs?: Record<string, { properties: object }>;
      properties: object;
    };
    for (const field of Object.keys(properties)) {
      const schemas = structuredClone(published);
      Reflect.deleteProperty(propertiesOf(schemas.outputs[name]), field);
      yield { named: new RegExp(`^${name}, result properties\\.${field}`), schemas };
    }
    for (const [title, definition] of Object.entries($defs)) {
      for (const field of Object.keys(definition.properties)) {
        const schemas = structuredClone(published);
        const output = schemas.outputs[name] as unknown as { $defs: Record<string, object> };
        Reflect.deleteProperty(propertiesOf(output.$defs[title]), field);
        yield { named: new RegExp(`^${name}, result \\$defs\\.${title}\\.properties\\.${field}`), schemas };
      }
    }
  }
}

function propertiesOf(schema: object | undefined): object {
  return (schema as { properties: object }).properties;
}

test("each removed action, parameter and projected field is named", () => {
  let count = 0;
  for (const { named, schemas } of losses()) {
    expect(brokenPromises(schemas)).toContainEqual(expect.stringMatching(named));
    count += 1;
  }
  const projected = Object.values(promisedProjections).flatMap((fields) => fields.split(/\s+/)).length;
  expect(count).toBeGreaterThan(13 + 104 + projected);
});

test("an action beside the contract is free", () => {
  const inputs = { ...published.inputs, imaginary_action: { properties: {} } };
  expect(brokenPromises({ ...published, inputs })).toEqual([]);
});
