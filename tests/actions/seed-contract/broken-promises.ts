import { promisedParameters } from "./parameters.ts";
import { resultSchema } from "./result-schema.ts";
import { promisedResults } from "./results.ts";

/** The schemas of all actions by action name. */
export interface PublishedSchemas {
  readonly inputs: Readonly<Record<string, object>>;
  readonly outputs: Readonly<Record<string, object>>;
}

/**
 * Compares published schemas with the contract of the actions: one line per difference, with action and field. Actions
 * beside those of the contract are free.
 */
export function brokenPromises({ inputs, outputs }: PublishedSchemas): string[] {
  const promised = Object.keys(promisedParameters);
  return promised.flatMap((name) => {
    const input = inputs[name];
    const output = outputs[name];
    if (!input || !output) return [`${name}: the action is missing`];
    return [
      ...differences(`${name}, parameter `, parametersPromised(name), parametersOf(input)),
      ...differences(`${name}, result `, resultSchema(promisedResults[name] ?? ""), output),
    ];
  });
}

/** Whether an action is part of the contract. */
export function isPromised(name: string): boolean {
  return Object.hasOwn(promisedParameters, name);
}

/** The parameters in an action's contract, as `{ limit: "integer" }`, with `!` after the type of a required one. */
export function parametersPromised(name: string): Record<string, string> {
  const parameters = (promisedParameters[name] ?? "").split(/\s+/).map((notation) => {
    const [field = "", type = "string"] = notation.replace("!", "").split(":");
    return [field, notation.endsWith("!") ? `${type}!` : type];
  });
  return Object.fromEntries(parameters);
}

/** The parameters of an input schema in the same notation. */
export function parametersOf(schema: object): Record<string, string> {
  const { properties, required = [] } = schema as {
    properties: Record<string, { type: string }>;
    required?: string[];
  };
  const parameters = Object.entries(properties).map(([name, { type }]) => [
    name,
    required.includes(name) ? `${type}!` : type,
  ]);
  return Object.fromEntries(parameters);
}

function differences(place: string, expected: unknown, actual: unknown): string[] {
  if (!isRecord(expected) || !isRecord(actual)) {
    const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)];
    return wanted === found ? [] : [`${place}: expected ${wanted ?? "nothing"}, found ${found ?? "nothing"}`];
  }
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) =>
    differences(/[ ]$/.test(place) ? `${place}${key}` : `${place}.${key}`, expected[key], actual[key]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
