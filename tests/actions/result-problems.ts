import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();

interface ResultSchema {
  readonly properties?: Readonly<Record<string, ResultSchema>>;
  readonly anyOf?: readonly ResultSchema[];
  readonly items?: ResultSchema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ResultSchema>>;
}

/** The problems of a result: violations of the published schema according to Ajv, and missing keys. */
export function resultProblems(name: ActionName, result: unknown): string[] {
  const schema = { ...actions[name].outputSchema };
  const validate = validators.get(name) ?? ajv.compile(schema);
  validators.set(name, validate);
  const invalid = validate(result) ? [] : (validate.errors ?? []).map((error) => ajv.errorsText([error]));
  return [...invalid, ...missingKeys(name, schema as ResultSchema, result, schema.$defs ?? {})];
}

function missingKeys(
  place: string,
  schema: ResultSchema,
  value: unknown,
  definitions: Readonly<Record<string, ResultSchema>>,
): string[] {
  const target = schema.$ref ? definitions[schema.$ref.replace("#/$defs/", "")] : (schema.anyOf?.[0] ?? schema);
  if (target === undefined) return [`${place}: ${schema.$ref} is not defined`];
  if (target.$ref) return missingKeys(place, target, value, definitions);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => missingKeys(`${place}[${index}]`, target.items ?? {}, item, definitions));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(target.properties ?? {}).flatMap(([name, property]) =>
    Object.hasOwn(value, name)
      ? missingKeys(`${place}.${name}`, property, Reflect.get(value, name), definitions)
      : [`${place}.${name}: the key is missing`],
  );
}
