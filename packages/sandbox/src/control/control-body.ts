import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";

/**
 * Checks that the body of a control request is an object with known fields only.
 *
 * @throws TypeError naming an unknown field and the nearest known one.
 */
export function controlBody(body: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new TypeError(`body: expected a JSON object with ${known.join(", ")}, found ${describeValue(body)}`);
  }
  for (const name of Object.keys(body)) {
    if (!known.includes(name)) {
      throw new TypeError(`${name.slice(0, 200)} is unknown; known are ${known.join(", ")}${suggestion(name, known)}`);
    }
  }
  return body as Readonly<Record<string, unknown>>;
}

/**
 * Finds the one field of a control request that selects the operation.
 *
 * @throws TypeError if there is none or more than one.
 */
export function oneOf(body: Readonly<Record<string, unknown>>, choices: readonly string[]): string {
  const given = choices.filter((name) => body[name] !== undefined);
  const [only, ...others] = given;
  if (only !== undefined && others.length === 0) return only;
  const found = given.length === 0 ? "none of them" : given.join(" and ");
  throw new TypeError(`body: expected exactly one of ${choices.join(", ")}, found ${found}`);
}
