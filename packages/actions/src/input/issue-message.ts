import type { FieldRule } from "../schema/field-rule.ts";
import type { SchemaIssue } from "../schema/schema-issues.ts";
import { describeValue, quote } from "./describe-value.ts";
import type { FieldSchema } from "./intended-value.ts";
import { inFormat, intendedValueHint, isNoValue, namesWithMeanings } from "./intended-value.ts";
import { didYouMean, editDistance, nearestName } from "./nearest-name.ts";
import { nearestValues } from "./nearest-value.ts";
import { timeZoneHint } from "./time-zone-hint.ts";

/** What the message of an issue needs beyond the issue itself. */
export interface IssueContext {
  /** The invalid value, if it can be found. */
  readonly value: unknown;
  /** The schema of the value. */
  readonly schema?: FieldSchema | undefined;
  /** Whether the object may be without the value. */
  readonly isOptional?: boolean | undefined;
  /** Whether an earlier message lists the names that are allowed in this object. */
  readonly areNamesListed?: boolean | undefined;
  /** The rule of the field. */
  readonly rule?: FieldRule | undefined;
}

/** The maximum number of values, and length of a list of names, in a message. */
const MAX_VALUES = 12;
const MAX_LIST_LENGTH = 1_000;

/** Describes an issue in one line: the field, what was expected, and the nearest valid value. */
export function issueMessage({ instancePath, keyword, params }: SchemaIssue, context: IssueContext): string {
  const field = fieldName(instancePath);
  const received = `received ${describeValue(context.value)}`;
  if (context.value === "" && ["enum", "pattern", "minLength"].includes(keyword)) return `${field} must not be blank`;
  switch (keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      const parent = field === "" ? "" : ` of ${field}`;
      return `${quote(name)} is not a known parameter${parent}${nameHint(name, context)}`;
    }
    case "required":
      return `${[field, String(params["missingProperty"])].filter(Boolean).join(".")} is required`;
    case "type":
      return `${field || "the input"} must be ${typeText(params["type"])}, ${received}${typeHint(params["type"], context, field)}`;
    case "enum":
      return enumMessage(field, context, params["allowedValues"]);
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
      return `${field} must match ${params["pattern"]}, ${received}${formatHint(String(params["pattern"]), context)}`;
    default:
      return `${field} is not valid (${keyword}), ${received}`;
  }
}

/** The nearest allowed name, with its meaning unless it is only misspelt, or all allowed names, once for each object. */
function nameHint(name: string, { schema, areNamesListed }: IssueContext): string {
  const { properties = {} } = schema ?? {};
  const names = Object.keys(properties);
  const nearest = nearestName(name, names);
  if (nearest === undefined) {
    const all = namesWithMeanings(properties);
    return all === "" || all.length > MAX_LIST_LENGTH || areNamesListed ? "" : `: use ${all}`;
  }
  const isMisspelt = editDistance(letters(name.slice(0, 64)), letters(nearest)) <= 1;
  const meaning = isMisspelt ? undefined : properties[nearest]?.description?.split(/[.;](?: |$)/)[0];
  return didYouMean(name, names) + (meaning ? `, which means: ${meaning}` : "");
}

/** What a value of the wrong type was meant to be. */
function typeHint(type: unknown, context: IssueContext, field: string): string {
  const { value, schema = {}, isOptional, rule } = context;
  if (isOptional && isNoValue(value)) return " (did you mean null?)";
  if (typeof value === "number" && rule?.values?.[value] !== undefined) return ` (did you mean "${value}"?)`;
  return codeHint(context) || intendedValueHint(value, type, field === "" ? {} : schema);
}

/** The value in the right format, or what the format is. */
function formatHint(pattern: string, { value, schema }: IssueContext): string {
  const intended = inFormat(value, pattern);
  if (intended !== undefined) return ` (did you mean "${intended}"?)`;
  return schema?.description ? `: ${schema.description.replace(/\.$/, "")}` : "";
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[_\s-]+/g, "");
}

function enumMessage(field: string, { value, rule, isOptional }: IssueContext, allowedValues: unknown): string {
  const allowed = (Array.isArray(allowedValues) ? allowedValues : []).map(String);
  const given = String(value);
  // Only for a closed enum is it certain that the API accepts no other value.
  const problem = `${field} ${describeValue(value)} is ${rule?.further ? "not a known value" : "not accepted by Instantly"}`;
  const hint = rule?.isTimeZone
    ? timeZoneHint(given, allowed)
    : rule?.values
      ? valueHint(given, rule.values)
      : didYouMean(given, allowed);
  if (hint) return `${problem}${hint}`;
  if (isOptional && isNoValue(value)) return `${problem} (did you mean null?)`;
  if (allowed.length > MAX_VALUES) {
    // An example of values with meanings would look like a suggestion.
    return `${problem}; it takes one of ${allowed.length} values${rule?.values ? "" : `, such as ${quote(allowed[0] ?? "")}`}`;
  }
  const isClear = allowed.every((code) => rule?.values?.[code]?.toLowerCase().includes(code.toLowerCase()) ?? true);
  return `${problem}; use ${allowed.join(", ")}${isClear ? "" : codeList(allowed, rule)}`;
}

/** The intended value, or the nearest values, with their meanings; empty if none is near. */
function valueHint(given: string, meanings: Readonly<Record<string, string>>): string {
  const { meant, near, areOpposites } = nearestValues(given, meanings);
  if (meant !== undefined) return ` (did you mean "${meant}"?), which means: ${meanings[meant]}`;
  const list = near.map((value) => `"${value}" (${meanings[value]})`).join(", ");
  const several = areOpposites ? "opposites are" : "nearest are";
  const one = areOpposites ? "opposite is" : "nearest is";
  return list && `; the ${near.length === 1 ? one : several} ${list}`;
}

/** For a word in place of a numeric code: the code with that meaning, or all codes if none is near and the list is short. */
function codeHint({ value, rule }: IssueContext): string {
  if (typeof value !== "string" || !rule?.values) return "";
  const { meant, near, areOpposites } = nearestValues(value, rule.values);
  const codes = Object.keys(rule.values);
  if (meant !== undefined) return codeList([meant], rule);
  return codeList(near.length > 0 && !areOpposites ? near : codes.length > MAX_VALUES ? [] : codes, rule);
}

function codeList(codes: readonly string[], rule: FieldRule | undefined): string {
  const list = codes.map((code) => `${code} = ${rule?.values?.[code]}`).join("; ");
  return list && ` (${list})`;
}

/** Converts `/campaign_schedule/schedules/0/timezone` to `campaign_schedule.schedules[0].timezone`. */
function fieldName(instancePath: string): string {
  return instancePath
    .split("/")
    .slice(1)
    .map((part) => quote(part.replaceAll("~1", "/").replaceAll("~0", "~")).slice(1, -1))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === "" ? part : `${path}.${part}`), "");
}

function typeText(type: unknown): string {
  const names = [type].flat().map(String);
  return names.map((name) => (/^[aeio]/.test(name) ? `an ${name}` : name === "null" ? name : `a ${name}`)).join(" or ");
}
