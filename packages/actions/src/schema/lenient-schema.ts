import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import type { JsonObjectSchema } from "./json-object-schema.ts";
import { jsonSchemaFor } from "./json-schema-target.ts";

/** A Standard Schema that shows a JSON Schema to the model and accepts any value. */
export interface LenientSchema<Value = unknown> {
  readonly "~standard": StandardSchemaV1.Props<Value, Value> & StandardJSONSchemaV1.Props<Value, Value>;
}

/**
 * Makes a schema for a host that validates inputs itself and replaces our message by its own. The action validates the
 * input when it runs, so its own message, in its own result, reaches the model.
 */
export function lenientSchema<Value>(schema: JsonObjectSchema): LenientSchema<Value> {
  const convert = ({ target }: StandardJSONSchemaV1.Options) => jsonSchemaFor(schema, target);
  return {
    "~standard": {
      version: 1,
      vendor: "modulex-instantly",
      validate: (value) => ({ value: value as Value }),
      jsonSchema: { input: convert, output: convert },
    },
  };
}
