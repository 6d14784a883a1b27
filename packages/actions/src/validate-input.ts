import { inputSchemas } from "./action-schemas.gen.ts";
import type { ActionInputs, ActionName } from "./action-types.gen.ts";
import type { ValidationFault } from "./compiled-validator.ts";
import { faultMessage } from "./fault-message.ts";
import { objectIssue } from "./object-issue.ts";
import { compiledValidators } from "./validators.gen.ts";
import { withoutNulls } from "./without-nulls.ts";

/** One fault of an input, in the form of Standard Schema. */
export interface InputIssue {
  readonly message: string;
  readonly path: readonly string[];
}

/** An input that may be used, copied without nulls, or what is wrong with it. */
export type ValidatedInput<Name extends ActionName> =
  | { readonly value: ActionInputs[Name]; readonly issues?: undefined }
  | { readonly issues: readonly InputIssue[] };

/** So many faults are written out; the rest are counted, because a model or a person is to read the message. */
const MOST_FAULTS = 8;

/** Validates an action's input. The given object is never changed, and whatever it is, nothing is thrown. */
export function validateInput<Name extends ActionName>(name: Name, input: unknown): ValidatedInput<Name> {
  try {
    return validated(name, input ?? {});
  } catch {
    return { issues: [{ message: "the input cannot be read: one of its properties throws", path: [] }] };
  }
}

function validated<Name extends ActionName>(name: Name, input: unknown): ValidatedInput<Name> {
  const misfit = typeof input === "object" && objectIssue(input as object, inputSchemas[name].properties);
  if (misfit) return { issues: [{ message: misfit, path: [] }] };
  const schema = inputSchemas[name];
  const value = withoutNulls(input, schema);
  const validate = compiledValidators[name];
  if (validate(value)) return { value: value as ActionInputs[Name] };
  const faults = withoutDoubles(validate.errors ?? []);
  const issues = faults.slice(0, MOST_FAULTS).map((fault) => {
    const path = fault.instancePath.split("/").slice(1);
    const place = { value: at(value, path), allowedNames: namesAt(schema, fault, path) };
    return { message: faultMessage(fault, place), path };
  });
  const more = faults.length - issues.length;
  return { issues: more > 0 ? [...issues, { message: `and ${more} more faults`, path: [] }] : issues };
}

/** A value of the wrong type is none of the listed values either; once is enough. */
function withoutDoubles(faults: readonly ValidationFault[]): readonly ValidationFault[] {
  const mistyped = new Set(faults.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  return faults.filter(({ keyword, instancePath }) => keyword !== "enum" || !mistyped.has(instancePath));
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
