import { quote } from "./describe-value.ts";

/** The part of a field's schema that says which value was intended. */
export interface FieldSchema {
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, { readonly description?: string | undefined }>> | undefined;
  readonly type?: string | undefined;
  readonly items?: FieldSchema | undefined;
}

const NO_VALUE = /^(null|undefined|none|nil|nan|n\/a)$/i;
const TRUE = /^(true|yes|y|on|1)$/i;
const FALSE = /^(false|no|n|off|0)$/i;
const WHOLE = /^[+-]?\d{1,15}(\.0*)?$/;
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const MAX_HINT_LENGTH = 80;
const MAX_ITEMS = 10;
const NOT_JSON = ": it is not valid JSON, or incomplete";
const MAX_JSON_LENGTH = 100_000;

/**
 * A hint for a value of the wrong type that has the right content, as language models write it: a number or a list as a
 * text, JSON inside of a string, a list of one. Empty if it is unclear what was intended.
 */
export function intendedValueHint(value: unknown, type: unknown, { description = "", ...schema }: FieldSchema): string {
  const found = [type].flat().map((name) => ofType(value, String(name), { description, ...schema }));
  return found.find((hint) => hint !== undefined) ?? "";
}

/** Whether a text is a word for "no value", such as `"null"`. */
export function isNoValue(value: unknown): boolean {
  return typeof value === "string" && NO_VALUE.test(text(value));
}

function ofType(given: unknown, type: string, { description = "", properties, items }: FieldSchema) {
  const isOne = Array.isArray(given) && given.length === 1 && type !== "array" && type !== "string";
  const value: unknown = isOne ? given[0] : given;
  switch (type) {
    case "boolean":
      return meant(TRUE.test(text(value)) || (FALSE.test(text(value)) ? false : undefined));
    case "integer":
      return meant(WHOLE.test(text(value)) ? Number(text(value)) : undefined);
    case "number":
      return meant(DECIMAL.test(text(value)) ? Number(text(value)) : undefined);
    case "string":
      return stringHint(value, /comma/i.test(description));
    case "array":
      return listHint(value, items?.type);
    case "object":
      if (isJson(value, "{")) return ": pass the object itself, not its JSON as a string";
      if (/^\s*(\{|```)/.test(start(value))) return NOT_JSON;
      return properties && `: its keys are ${namesWithMeanings(properties)}`;
    default:
      return undefined;
  }
}

function stringHint(value: unknown, isList: boolean): string | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_ITEMS) return undefined;
  const items = Array.from({ length: value.length }, (_, index): unknown => value[index]);
  if (items.some((item) => typeof item !== "string")) return undefined;
  return items.length > 1 && !isList ? ": one value, not an array" : meant(items.join(", "));
}

function listHint(value: unknown, itemType: string | undefined): string | undefined {
  if (isJson(value, "[")) return ": pass the array itself, not its JSON as a string";
  if (itemType === "object") return typeof value === "object" && value !== null ? ": put it into an array" : undefined;
  const list = typeof value === "string" && value.length <= MAX_HINT_LENGTH ? value.trim() : "";
  if (/^\s*[[{]/.test(start(value))) return NOT_JSON;
  if (list === "" || isNoValue(list)) return undefined;
  const parts = list.split(/[,;\n]/).map((part) => part.trim());
  return meant(parts.filter((part) => part !== ""));
}

/** A name that does not speak for itself, such as `0` for Sunday, with its meaning. */
export function namesWithMeanings(
  properties: Readonly<Record<string, { readonly description?: string | undefined }>>,
): string {
  return Object.entries(properties)
    .map(([name, { description = "" }]) =>
      /^\d+$/.test(name) && description ? `${name} (${description.replace(/\.$/, "")})` : name,
    )
    .join(", ");
}

/** The first characters of a string that is short enough to be parsed. */
function start(value: unknown): string {
  return typeof value === "string" && value.length <= MAX_JSON_LENGTH ? value.slice(0, 100) : "";
}

function isJson(value: unknown, bracket: string): boolean {
  if (typeof value !== "string" || value.length > MAX_JSON_LENGTH || !value.trim().startsWith(bracket)) return false;
  try {
    return typeof JSON.parse(value) === "object";
  } catch {
    return false;
  }
}

/** The text of a scalar, with its full-width digits and letters as ASCII; empty if it is longer than any hint. */
function text(value: unknown): string {
  if (!["string", "number", "boolean"].includes(typeof value)) return "";
  const given = String(value);
  return given.length > MAX_HINT_LENGTH ? "" : given.normalize("NFKC").trim();
}

function meant(value: unknown): string | undefined {
  const json = value === undefined ? undefined : JSON.stringify(value);
  if (json === undefined || json.length > MAX_HINT_LENGTH) return undefined;
  return ` (did you mean ${typeof value === "string" ? quote(value) : quote(json).slice(1, -1)}?)`;
}

/** The text in the format of a pattern that a text in another one means: `09:00` for `9:00`, `9am` and `09:00:00`. */
export function inFormat(given: unknown, pattern: string): string | undefined {
  if (typeof given !== "string" || given.length > 32) return undefined;
  const format = new RegExp(pattern, "u");
  const time = /^\s*(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(?:(a|p)\.?m\.?)?\s*$/i.exec(given);
  if (!time) return undefined;
  const [, hour = "", minute = "00", half = ""] = time;
  if (half !== "" && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const text = `${String(hours).padStart(2, "0")}:${minute}`;
  return format.test(text) ? text : undefined;
}
