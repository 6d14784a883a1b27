import type { FieldRule } from "./field-rule.ts";
import { didYouMean } from "./nearest-name.ts";
import { nearestValues } from "./nearest-value.ts";
import { quoted } from "./quoted.ts";
import type { ValidationFault } from "./schema-faults.ts";
import { shown } from "./shown.ts";
import { timeZoneHint } from "./time-zone-hint.ts";

/** Where a fault is and what it is of, for writing it down. */
export interface FaultPlace {
  /** The value that failed, as far as it can be found. */
  readonly value: unknown;
  /** The names allowed where an unknown one was found. */
  readonly allowedNames: readonly string[];
  /** What is known of the field beyond its schema. */
  readonly rule?: FieldRule | undefined;
}

/** So many values are listed in a message, and names of so many characters; more are left to the schema. */
const FEW = 12;
const SHORT = 60;

/** Says in one line what is wrong with an input: the field, what was expected, and the nearest valid thing. */
export function faultMessage({ instancePath, keyword, params }: ValidationFault, place: FaultPlace): string {
  const field = fieldName(instancePath);
  const received = `received ${shown(place.value)}`;
  if (place.value === "" && ["enum", "pattern", "minLength"].includes(keyword)) return `${field} must not be blank`;
  switch (keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      const within = field === "" ? "" : ` of ${field}`;
      return `${quoted(name)} is not a known parameter${within}${nameHint(name, place.allowedNames)}`;
    }
    case "required":
      return `${[field, String(params["missingProperty"])].filter(Boolean).join(".")} is required`;
    case "type":
      return `${field || "the input"} must be ${typeText(params["type"])}, ${received}${codeHint(place)}`;
    case "enum":
      return enumMessage(field, place, params["allowedValues"]);
    case "minimum":
      return `${field} must be at least ${params["limit"]}, ${received}`;
    case "maximum":
      return `${field} must be at most ${params["limit"]}, ${received}`;
    case "minItems":
    case "minProperties":
      return `${field} must not be empty`;
    case "minLength":
      return `${field} must have at least ${params["limit"]} characters, ${received}`;
    case "pattern":
      return `${field} must match ${params["pattern"]}, ${received}`;
    default:
      return `${field} is not valid (${keyword}), ${received}`;
  }
}

/** The nearest of the names that may stand there, or all of them where they are short. */
function nameHint(name: string, allowed: readonly string[]): string {
  const all = allowed.join(", ");
  return didYouMean(name, allowed) || (all !== "" && all.length <= SHORT ? `: use ${all}` : "");
}

function enumMessage(field: string, { value, rule }: FaultPlace, allowedValues: unknown): string {
  const allowed = (Array.isArray(allowedValues) ? allowedValues : []).map(String);
  const given = String(value);
  // Only of a closed list is it known that the API takes no other value.
  const refused = `${field} ${shown(value)} is ${rule?.further ? "not a known value" : "not accepted by Instantly"}`;
  const hint = /timezone$/.test(field)
    ? timeZoneHint(given, allowed)
    : rule?.values
      ? valueHint(given, rule.values)
      : didYouMean(given, allowed);
  if (hint) return `${refused}${hint}`;
  return allowed.length > FEW
    ? `${refused}; it takes one of ${allowed.length} values`
    : `${refused}; use ${allowed.join(", ")}`;
}

/** The value that is meant, or the nearest few, with their meanings; empty where none is near. */
function valueHint(given: string, meanings: Readonly<Record<string, string>>): string {
  const { meant, near } = nearestValues(given, meanings);
  if (meant !== undefined) return ` (did you mean "${meant}"?), which means: ${meanings[meant]}`;
  const list = near.map((value) => `"${value}" (${meanings[value]})`).join(", ");
  return list && `; the nearest ${near.length === 1 ? "is" : "are"} ${list}`;
}

/** For a word where a code belongs: the code of that meaning. */
function codeHint({ value, rule }: FaultPlace): string {
  if (typeof value !== "string" || !rule?.values) return "";
  const { meant, near } = nearestValues(value, rule.values);
  const list = (meant === undefined ? near : [meant]).map((code) => `${code} = ${rule.values?.[code]}`).join("; ");
  return list && ` (${list})`;
}

/** `/campaign_schedule/schedules/0/timezone` as `campaign_schedule.schedules[0].timezone`. */
function fieldName(instancePath: string): string {
  return instancePath
    .split("/")
    .slice(1)
    .map((part) => quoted(part.replaceAll("~1", "/").replaceAll("~0", "~")).slice(1, -1))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === "" ? part : `${path}.${part}`), "");
}

function typeText(type: unknown): string {
  const names = [type].flat().map(String);
  return names.map((name) => (/^[aeio]/.test(name) ? `an ${name}` : name === "null" ? name : `a ${name}`)).join(" or ");
}
