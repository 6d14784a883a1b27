import { inputSchemas } from "./action-schemas.gen.ts";
import type { ActionInputs, ActionName } from "./action-types.gen.ts";
import type { ValidationFault } from "./compiled-validator.ts";
import { faultMessage } from "./fault-message.ts";
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

/** Validates an action's input. The given object is never changed. */
export function validateInput<Name extends ActionName>(name: Name, input: unknown): ValidatedInput<Name> {
  const schema = inputSchemas[name];
  const value = withoutNulls(input ?? {}, schema);
  const validate = compiledValidators[name];
  if (validate(value)) return { value: value as ActionInputs[Name] };
  const issues = (validate.errors ?? []).map((fault) => {
    const path = fault.instancePath.split("/").slice(1);
    const place = { value: at(value, path), allowedNames: namesAt(schema, fault, path) };
    return { message: faultMessage(fault, place), path };
  });
  return { issues };
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
