import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";

/** What JSON Schema cannot express about an input field: the meaning of a blank string and of its values. */
export interface FieldRule {
  /** Whether a blank string counts as omitted or is an error. Without it a blank string is a normal value. */
  blank?: "left_out" | "refused";
  /** The string is HTML, which is blank if it renders as nothing. */
  isHtml?: boolean;
  /** The known values with their meanings. */
  values?: Readonly<Record<string, string>>;
  /** The pattern of values that the API may have added since; without it only the known values are accepted. */
  further?: string;
}

const BLANK = ["left_out", "refused", "kept"];

/**
 * Derives from the spec how each input field of an action treats a blank string, by path (`a.b`, `a[].b`). `x-blank` of
 * the field's own schema decides. Without it, a required string and an item of an array must not be blank. An id
 * (`format: uuid`), a filter of a read and an optional string are treated as absent, except in updates and deletions: a
 * blank string would overwrite a value or widen the deletion.
 *
 * @throws Error naming the action, the field and the extension that is invalid.
 */
export function fieldRules(shape: ActionShape): Readonly<Record<string, FieldRule>> {
  const rules: Record<string, FieldRule> = {};
  for (const [name, schema] of Object.entries(shape.inputs)) {
    collect({ shape, rules }, name, schema, shape.requiredInputs.includes(name) ? "required" : "optional");
  }
  return rules;
}

interface Collection {
  readonly shape: ActionShape;
  readonly rules: Record<string, FieldRule>;
}

/** Nested fields are part of a value that is replaced as a whole, so omitting one overwrites nothing. */
type Place = "required" | "optional" | "nested";

function collect(collection: Collection, path: string, schema: JsonSchema, place: Place): void {
  const blank = blankRule(collection.shape, path, schema, place);
  const values = schema["x-enumDescriptions"] as Record<string, string> | undefined;
  const further = schema["x-further-values"];
  if (further !== undefined && path.includes(".")) {
    throw new Error(
      `action ${collection.shape.name}, input ${path}: x-further-values is for fields that are not nested`,
    );
  }
  const rule: FieldRule = {
    ...(blank === "kept" ? {} : { blank }),
    ...(schema["x-html"] === true ? { isHtml: true } : {}),
    ...(values ? { values: withoutFullStops(values) } : {}),
    ...(typeof further === "string" ? { further } : {}),
  };
  if (Object.keys(rule).length > 0) collection.rules[path] = rule;
  if (schema.items) collect(collection, `${path}[]`, schema.items, "required");
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const inner = schema.required?.includes(name) ? "required" : "nested";
    collect(collection, `${path}.${name}`, property, inner);
  }
}

function blankRule(
  shape: ActionShape,
  path: string,
  schema: JsonSchema,
  place: Place,
): "left_out" | "refused" | "kept" {
  const stated = schema["x-blank"];
  if (stated !== undefined) {
    if (BLANK.includes(String(stated))) return stated as "left_out" | "refused" | "kept";
    throw new Error(`action ${shape.name}, input ${path}: x-blank must be one of ${BLANK.join(", ")}, found ${stated}`);
  }
  const { "x-effect": effect } = shape.found.operation;
  // A blank string in place of a boolean, a number or an object is rejected because of its type; in a filter it is absent.
  if (![schema.type].flat().includes("string")) return effect === "read" && place === "optional" ? "left_out" : "kept";
  const mayOverwrite = place === "optional" && (effect === "update" || effect === "delete");
  const isLeftOut = place !== "required" && (schema["format"] === "uuid" || !mayOverwrite);
  return isLeftOut ? "left_out" : "refused";
}

function withoutFullStops(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, meaning.replace(/\.$/, "")]));
}
