import { actionFacts } from "./action-facts.gen.ts";
import { inputSchemas } from "./action-schemas.gen.ts";
import type { ActionInputs, ActionName } from "./action-types.gen.ts";
import { isBlank } from "./blank-text.ts";
import { faultMessage } from "./fault-message.ts";
import type { FieldRule } from "./field-rule.ts";
import { fieldRules } from "./field-rules.gen.ts";
import { nearestValues } from "./nearest-value.ts";
import { objectIssue } from "./object-issue.ts";
import { quoted } from "./quoted.ts";
import type { ValidationFault } from "./schema-faults.ts";
import { schemaFaults } from "./schema-faults.ts";
import { withoutBlanks } from "./without-blanks.ts";
import { InputTooLarge, withoutNulls } from "./without-nulls.ts";

/** One fault of an input, in the form of Standard Schema. */
export interface InputIssue {
  readonly message: string;
  readonly path: readonly string[];
}

/** An input that may be used, copied without nulls and blanks, or what is wrong with it. */
export type ValidatedInput<Name extends ActionName> =
  | { readonly value: ActionInputs[Name]; readonly issues?: undefined }
  | { readonly issues: readonly InputIssue[] };

/** How strictly an input is validated. */
export interface ValidationOptions {
  /** Takes every value of the right form that the API may have added, also one that looks like a slip for a known one. */
  readonly sendUnknownValues?: boolean | undefined;
}

/** So many faults are written out; the rest are counted, because a model or a person is to read the message. */
const MOST_FAULTS = 8;

/** Validates an action's input. The given object is never changed, and whatever it is, nothing is thrown. */
export function validateInput<Name extends ActionName>(
  name: Name,
  input: unknown,
  options: ValidationOptions = {},
): ValidatedInput<Name> {
  try {
    return validated(name, typeof input === "string" && isBlank(input) ? {} : (input ?? {}), options);
  } catch (thrown) {
    const message =
      thrown instanceof InputTooLarge ? thrown.message : "the input cannot be read: one of its properties throws";
    return { issues: [{ message, path: [] }] };
  }
}

function validated<Name extends ActionName>(
  name: Name,
  input: unknown,
  options: ValidationOptions,
): ValidatedInput<Name> {
  const misfit = typeof input === "object" && objectIssue(input as object, inputSchemas[name].properties);
  if (misfit) return { issues: [{ message: misfit, path: [] }] };
  // Read once: a property that changes each time it is read must not be checked as one value and sent as another.
  const given = typeof input === "object" ? { ...input } : input;
  const missing = actionFacts[name].effect === "delete" ? undefinedIssues(given) : [];
  if (missing.length > 0) return { issues: missing };
  const schema = inputSchemas[name];
  const value = withoutBlanks(withoutNulls(given, schema), schema, fieldRules[name]);
  const faults = [...schemaFaults(schema, value), ...unknownValues(value, fieldRules[name], options)];
  if (faults.length === 0) return { value: value as ActionInputs[Name] };
  const issues = faults.slice(0, MOST_FAULTS).map((fault) => {
    const path = fault.instancePath.split("/").slice(1);
    const rule = fieldRules[name][rulePath(path)];
    const place = { value: at(value, path), allowedNames: namesAt(schema, fault, path), rule };
    return { message: faultMessage(fault, place), path };
  });
  const more = faults.length - issues.length;
  return { issues: more > 0 ? [...issues, { message: `and ${more} more faults`, path: [] }] : issues };
}

/** A selector that came out as undefined would widen a deletion: `{ list_id, ids: undefined }` means the whole list. */
function undefinedIssues(input: unknown): readonly InputIssue[] {
  const names = Object.entries(input ?? {}).filter(([, value]) => value === undefined);
  return names.map(([name]) => {
    const field = quoted(name).slice(1, -1);
    return { message: `${field} must not be undefined: leave it out or give it a value`, path: [name] };
  });
}

/** The values of open lists that are not of the right form, or look like a slip for a known one. */
function unknownValues(
  value: unknown,
  rules: Readonly<Record<string, FieldRule>>,
  { sendUnknownValues }: ValidationOptions,
): readonly ValidationFault[] {
  return Object.entries(rules).flatMap(([name, { values = {}, further }]) => {
    const given = at(value, [name]);
    if (further === undefined || typeof given !== "string" || Object.hasOwn(values, given)) return [];
    const isTaken = new RegExp(further).test(given) && (sendUnknownValues || !nearestValues(given, values).isVariant);
    const fault = { instancePath: `/${name}`, keyword: "enum", params: { allowedValues: Object.keys(values) } };
    return isTaken ? [] : [fault];
  });
}

/** `["a", "0", "b"]` as the rules write it: `a[].b`. */
function rulePath(path: readonly string[]): string {
  return path.reduce((all, part) => (/^\d+$/.test(part) ? `${all}[]` : all === "" ? part : `${all}.${part}`), "");
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, part) => (typeof current === "object" && current !== null ? Reflect.get(current, part) : undefined),
    value,
  );
}

function namesAt(schema: unknown, { keyword }: ValidationFault, path: readonly string[]): readonly string[] {
  if (keyword !== "additionalProperties") return [];
  const place = path.reduce<unknown>((current, part) => {
    const inner = (current ?? {}) as { items?: unknown; properties?: Record<string, unknown> };
    return /^\d+$/.test(part) && inner.items ? inner.items : inner.properties?.[part];
  }, schema);
  return Object.keys((place as { properties?: object } | undefined)?.properties ?? {});
}
