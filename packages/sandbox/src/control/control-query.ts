import { parse } from "node:querystring";
import { describeValue } from "../input/describe-value.ts";
import { isoTime } from "../input/iso-time.ts";
import { suggestion } from "../input/nearest-name.ts";

/** What a parameter of a query may be. */
export type QueryField =
  | { readonly is: "text" }
  | { readonly is: "time" }
  | { readonly is: "boolean" }
  | { readonly is: "integer"; readonly least: number; readonly most: number }
  | { readonly is: "choice"; readonly of: readonly string[] };

const MAX_LENGTH = 1000;

/**
 * Reads the query of a control route.
 *
 * @throws TypeError naming the parameter, what was expected and the nearest known one.
 */
export function readQuery<Query extends object>(
  query: string,
  fields: { readonly [Name in keyof Required<Query>]: QueryField },
): Query {
  const known = Object.keys(fields);
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parse(query))) {
    if (!Object.hasOwn(fields, name)) {
      throw new TypeError(`${name.slice(0, 200)} is unknown; known are ${known.join(", ")}${suggestion(name, known)}`);
    }
    if (typeof value !== "string") throw new TypeError(`${name}: expected one value, found ${describeValue(value)}`);
    read[name] = readField(name, value, fields[name as keyof Query]);
  }
  return read as Query;
}

function readField(name: string, value: string, field: QueryField): unknown {
  const wrong = (expected: string, close = ""): never => {
    throw new TypeError(`${name}: expected ${expected}, found ${describeValue(value)}${close}`);
  };
  if (value.length > MAX_LENGTH) wrong(`at most ${MAX_LENGTH} characters`);
  if (field.is === "text") return value;
  if (field.is === "choice") {
    return field.of.includes(value) ? value : wrong(`one of ${field.of.join(", ")}`, suggestion(value, field.of));
  }
  if (field.is === "boolean") return ["true", "false"].includes(value) ? value === "true" : wrong("true or false");
  if (field.is === "time") {
    return Number.isNaN(isoTime(value)) ? wrong('an ISO 8601 time such as "2026-09-10T09:00:00Z"') : value;
  }
  const { least, most } = field;
  const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : wrong(`a whole number from ${least} to ${most}`);
}
