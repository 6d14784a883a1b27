import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import type { JsonObjectSchema } from "./json-object-schema.ts";
import { jsonSchemaFor } from "./json-schema-target.ts";

/**
 * A plain JSON Schema that is also a Standard Schema and a Standard JSON Schema. Its enumerable properties are the JSON
 * Schema, so it can be passed to any model or platform unchanged; `~standard` is not enumerable and never serialised.
 */
export type ActionSchema<Value> = JsonObjectSchema & {
  readonly required: string[];
  readonly additionalProperties: false;
  readonly "~standard": StandardSchemaV1.Props<Value, Value> & StandardJSONSchemaV1.Props<Value, Value>;
};

/** Adds `~standard` to a JSON Schema. Validation is synchronous and returns a new object. */
export function actionSchema<Value>(
  schema: JsonObjectSchema,
  validate: (value: unknown) => StandardSchemaV1.Result<Value>,
): ActionSchema<Value> {
  const convert = ({ target }: StandardJSONSchemaV1.Options) => jsonSchemaFor(schema, target);
  const standard: ActionSchema<Value>["~standard"] = {
    version: 1,
    vendor: "modulex-instantly",
    validate,
    jsonSchema: { input: convert, output: convert },
  };
  return Object.defineProperty({ ...schema }, "~standard", { value: standard }) as ActionSchema<Value>;
}
