import { inputSchemas } from "../generated/action-schemas.gen.ts";
import type { ActionInputs, ActionName } from "../generated/action-types.gen.ts";
import { fieldRules } from "../generated/field-rules.gen.ts";
import { operationMetadata } from "../generated/operation-metadata.gen.ts";
import type { FieldRule } from "../schema/field-rule.ts";
import type { SchemaIssue } from "../schema/schema-issues.ts";
import { schemaIssues } from "../schema/schema-issues.ts";
import { isBlank } from "./blank-text.ts";
import { describeValue, quote } from "./describe-value.ts";
import type { FieldSchema } from "./intended-value.ts";
import type { IssueContext } from "./issue-message.ts";
import { issueMessage } from "./issue-message.ts";
import { nearestValues } from "./nearest-value.ts";
import { withoutBlanks } from "./without-blanks.ts";
import { InputTooLargeError, withoutNulls } from "./without-nulls.ts";

/** One issue of an input, in the format of Standard Schema. */
export interface InputIssue {
  readonly message: string;
  readonly path: readonly string[];
}

/** A valid input, copied without nulls and blanks, or its issues. */
export type ValidatedInput<Name extends ActionName> =
  | { readonly value: ActionInputs[Name]; readonly issues?: undefined }
  | { readonly issues: readonly InputIssue[] };

/** How strictly an input is validated. */
export interface ValidationOptions<Name extends ActionName = ActionName> {
  /** Accepts every value in the right format that the API may have added, even one that looks like a typo of a known value. */
  readonly sendUnknownValues?: boolean | undefined;
  /** A rule across fields, applied to an input whose fields are valid. */
  readonly rule?: ((input: ActionInputs[Name]) => string | undefined) | undefined;
}

/** The maximum number of issues in a message. The others are only counted, so that the message stays readable. */
const MAX_ISSUES = 8;

/** Validates an action's input. It never modifies the input and never throws. */
export function validateInput<Name extends ActionName>(
  name: Name,
  input: unknown,
  options: ValidationOptions<Name> = {},
): ValidatedInput<Name> {
  try {
    return validateObject(name, typeof input === "string" && isBlank(input) ? {} : (input ?? {}), options);
  } catch (thrown) {
    const message =
      thrown instanceof InputTooLargeError ? thrown.message : "the input cannot be read: one of its properties throws";
    return { issues: [{ message, path: [] }] };
  }
}

function validateObject<Name extends ActionName>(
  name: Name,
  input: unknown,
  options: ValidationOptions<Name>,
): ValidatedInput<Name> {
  const message = typeof input === "object" && objectIssue(input as object, inputSchemas[name].properties);
  if (message) return { issues: [{ message, path: [] }] };
  // Read every property once: a getter must not return one value for validation and another for the request.
  const given = typeof input === "object" ? { ...input } : input;
  if (typeof given === "object" && given !== null && operationMetadata[name].effect === "delete") {
    const missing = Object.keys(given).filter((field) => Reflect.get(given, field) === undefined);
    if (missing.length > 0) return firstIssues(missing, undefinedIssue);
  }
  const schema = inputSchemas[name];
  const value = withoutBlanks(withoutNulls(given, schema), schema, fieldRules[name]);
  const found = [...schemaIssues(schema, value), ...unknownValueIssues(value, fieldRules[name], options)];
  if (found.length === 0) {
    const message = options.rule?.(value as ActionInputs[Name]);
    return message === undefined ? { value: value as ActionInputs[Name] } : { issues: [{ message, path: [] }] };
  }
  const listed = new Set<string>();
  return firstIssues(found, (issue) => {
    const path = issue.instancePath.split("/").slice(1);
    const rule = fieldRules[name][rulePath(path)];
    const areNamesListed = listed.has(issue.instancePath);
    const context = { value: valueAt(value, path), ...schemaAt(schema, path), areNamesListed, rule };
    const message = issueMessage(issue, context);
    if (message.includes(": use ")) listed.add(issue.instancePath);
    return { message, path };
  });
}

function firstIssues<Found>(
  found: readonly Found[],
  describe: (one: Found) => InputIssue,
): { readonly issues: readonly InputIssue[] } {
  const issues = found.slice(0, MAX_ISSUES).map(describe);
  const more = found.length - issues.length;
  return { issues: more > 0 ? [...issues, { message: `and ${more} more issues`, path: [] }] : issues };
}

/** An undefined selector would widen a deletion: `{ list_id, ids: undefined }` means the whole list. */
function undefinedIssue(name: string): InputIssue {
  return {
    message: `${quote(name).slice(1, -1)} must not be undefined: leave it out or give it a value`,
    path: [name],
  };
}

/** The issues of values that have the wrong format for an open enum, or look like a typo of a known value. */
function unknownValueIssues(
  value: unknown,
  rules: Readonly<Record<string, FieldRule>>,
  { sendUnknownValues }: Pick<ValidationOptions, "sendUnknownValues">,
): readonly SchemaIssue[] {
  return Object.entries(rules).flatMap(([name, { values = {}, further }]) => {
    const given = valueAt(value, [name]);
    if (further === undefined || typeof given !== "string" || Object.hasOwn(values, given)) return [];
    const isAccepted =
      new RegExp(further).test(given) && (sendUnknownValues || !nearestValues(given, values).isVariant);
    const issue = { instancePath: `/${name}`, keyword: "enum", params: { allowedValues: Object.keys(values) } };
    return isAccepted ? [] : [issue];
  });
}

/** The key of a path in the field rules: `a[].b` for `["a", "0", "b"]`. */
function rulePath(path: readonly string[]): string {
  return path.reduce((all, part) => (/^\d+$/.test(part) ? `${all}[]` : all === "" ? part : `${all}.${part}`), "");
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, part) => (typeof current === "object" && current !== null ? Reflect.get(current, part) : undefined),
    value,
  );
}

interface InnerSchema extends FieldSchema {
  readonly properties?: Readonly<Record<string, InnerSchema>> | undefined;
  readonly items?: InnerSchema | undefined;
  readonly required?: readonly string[];
}

/** The schema at a path, and whether the object there may be without the value. */
function schemaAt(root: object, path: readonly string[]): Pick<IssueContext, "schema" | "isOptional"> {
  let schema: InnerSchema = root;
  let isOptional = false;
  for (const part of path) {
    const inner = schema.properties && Object.hasOwn(schema.properties, part) ? schema.properties[part] : undefined;
    isOptional = inner !== undefined && !schema.required?.includes(part);
    schema = inner ?? schema.items ?? {};
  }
  return { schema, isOptional };
}

/**
 * The error message for an object that is no valid input. A date, a map or a promise without `await` would count as an
 * input without parameters, and an inherited or non-enumerable parameter would be lost: a class with a getter `ids`
 * would delete a whole list.
 *
 * @param parameters an object with the parameters of the action as keys.
 */
function objectIssue(input: object, parameters: object): string | undefined {
  if (Object.prototype.toString.call(input) !== "[object Object]") {
    return `the input must be an object, received ${describeValue(input)}`;
  }
  const lost = Object.keys(parameters).find(
    (name) =>
      !Object.prototype.propertyIsEnumerable.call(input, name) &&
      (name in input || Reflect.get(input, name) !== undefined),
  );
  return lost && `the input must be a plain object: ${lost} is inherited or non-enumerable, and would be lost`;
}
