import type { ValidationFault } from "./compiled-validator.ts";
import { didYouMean, nearestName } from "./nearest-name.ts";
import { quoted } from "./quoted.ts";
import { shown } from "./shown.ts";
import { approximateTimeZoneStandIns, timeZoneStandIns } from "./time-zone-stand-ins.gen.ts";

/** Where a fault is and what it is of, for writing it down. */
export interface FaultPlace {
  /** The value that failed, as far as it can be found. */
  readonly value: unknown;
  /** The names allowed where an unknown one was found. */
  readonly allowedNames: readonly string[];
}

/** So many values are listed in a message, and names of so many characters; more are left to the schema. */
const FEW = 12;
const SHORT = 60;

/** Says in one line what is wrong with an input: the field, what was expected, and the nearest valid thing. */
export function faultMessage({ instancePath, keyword, params }: ValidationFault, place: FaultPlace): string {
  const field = fieldName(instancePath);
  const received = `received ${shown(place.value)}`;
  switch (keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      const within = field === "" ? "" : ` of ${field}`;
      return `${quoted(name)} is not a known parameter${within}${nameHint(name, place.allowedNames)}`;
    }
    case "required":
      return `${[field, String(params["missingProperty"])].filter(Boolean).join(".")} is required`;
    case "type":
      return `${field || "the input"} must be ${typeText(params["type"])}, ${received}`;
    case "enum":
      return enumMessage(field, place.value, params["allowedValues"]);
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

function enumMessage(field: string, value: unknown, allowedValues: unknown): string {
  const allowed = (Array.isArray(allowedValues) ? allowedValues : []).map(String);
  const given = String(value);
  const refused = `${field} ${shown(value)} is not accepted by Instantly`;
  if (/timezone$/.test(field)) {
    const standIn = own(timeZoneStandIns, given);
    if (standIn) return `${refused}; use "${standIn}", which has the same clock all year`;
    const approximate = own(approximateTimeZoneStandIns, given);
    if (approximate) return `${refused}; the nearest is "${approximate}", which differs for a part of the year`;
  }
  const nearest = nearestName(given, allowed);
  if (nearest !== undefined) return `${refused} (did you mean "${nearest}"?)`;
  return allowed.length > FEW
    ? `${refused}; it takes one of ${allowed.length} values`
    : `${refused}; use ${allowed.join(", ")}`;
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

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
