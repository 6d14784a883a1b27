import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";
import type { FieldRule } from "./field-rules.ts";

/** Keywords that are copied; any other must be listed in DROPPED, or generating fails. */
const KEPT = ["type", "enum", "minimum", "maximum", "minItems", "minProperties", "minLength", "pattern"];
/** Annotations, and rules that would reject what the API accepts (ids need not be UUIDs). */
const DROPPED = ["format", "example", "examples", "default", "title", "anyOf", "readOnly"];

/**
 * Turns an action's inputs into the plain JSON Schema that platforms advertise: no `$ref`, no null, no default, no list of
 * types, closed objects. An enum to which the API may add values moves to the description: a numeric enum, because custom labels
 * add further numbers, and one with `x-further-values`. The types keep the latter, so that an unknown value needs a cast.
 * A string that must not be blank has a `minLength`.
 *
 * @throws Error naming the action and the keyword that is outside the allowed subset.
 */
export function inputSchema(
  shape: ActionShape,
  rules: Readonly<Record<string, FieldRule>>,
  audience: "hosts" | "types",
): JsonSchema {
  const properties = Object.entries(shape.inputs).map(([field, schema]) => {
    const where = `action ${shape.name}, input ${field}`;
    const plain = plainSchema(schema, where);
    adapt(plain, field, rules, audience);
    if (!plain.description) throw new Error(`${where}: has no description`);
    return [field, plain];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    // Present even if empty: the types of @openai/agents require it.
    required: [...shape.requiredInputs],
    additionalProperties: false,
  };
}

/** Applies the rules to a field and its nested fields. */
function adapt(
  schema: JsonSchema,
  path: string,
  rules: Readonly<Record<string, FieldRule>>,
  audience: "hosts" | "types",
): void {
  const { blank, values = {}, further } = rules[path] ?? {};
  if (blank === "refused" && !schema.enum && !schema["pattern"]) schema["minLength"] ??= 1;
  if (further !== undefined && audience === "hosts") {
    delete schema.enum;
    schema.description = `${schema.description} ${meaningsText(Object.entries(values))}`;
  }
  if (schema.items) adapt(schema.items, `${path}[]`, rules, audience);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    adapt(property, `${path}.${name}`, rules, audience);
  }
}

function plainSchema(schema: JsonSchema, where: string, nullable = false): JsonSchema {
  const plain: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (KEPT.includes(keyword)) plain[keyword] = value;
    else if (!DROPPED.includes(keyword) && !keyword.startsWith("x-") && !NESTED.includes(keyword)) {
      throw new Error(`${where}: keyword ${keyword} is outside the allowed subset`);
    }
  }
  if (!nullable) withoutNull(plain);
  if (Array.isArray(plain.type)) {
    // Gemini, Cursor and others reject or ignore lists of types; every host takes `anyOf`.
    plain.anyOf = plain.type.map((type) => ({ type }));
    delete plain.type;
  }
  if (plain.enum?.some((value) => typeof value === "number")) delete plain.enum;
  const description = describe(schema);
  if (description) plain.description = description;
  if (schema.items) plain.items = plainSchema(schema.items, `${where}[]`);
  if (schema.properties) {
    plain.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, value]) => [name, plainSchema(value, `${where}.${name}`)]),
    );
    plain.additionalProperties = false;
  }
  if (schema.required) plain.required = schema.required;
  if (typeof schema.additionalProperties === "object") {
    plain.additionalProperties = plainSchema(schema.additionalProperties, `${where}.*`, true);
  }
  return plain;
}

/** Evidence tags such as ` [L][R]` are for maintainers of the spec, not for models. */
export const EVIDENCE: RegExp = / ?(\[[SDLRI]\])+/g;

const NESTED = ["description", "items", "properties", "required", "additionalProperties"];

function withoutNull(schema: JsonSchema): void {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== "null");
    schema.type = types.length === 1 && types[0] !== undefined ? types[0] : types;
  }
  if (schema.enum) schema.enum = schema.enum.filter((value) => value !== null);
}

function describe(schema: JsonSchema): string | undefined {
  const meanings = schema["x-enumDescriptions"] as Record<string, string> | undefined;
  const text = schema.description
    ?.trim()
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(EVIDENCE, "");
  const isNumeric = [schema.type].flat().some((type) => type === "number" || type === "integer");
  if (!meanings || !isNumeric) return text;
  const descending = Object.entries(meanings).sort(([a], [b]) => Number(b) - Number(a));
  return `${text ?? ""} ${meaningsText(descending)}`.trim();
}

function meaningsText(meanings: readonly (readonly [value: string, meaning: string])[]): string {
  return `${meanings.map(([value, meaning]) => `${value} = ${meaning.replace(/\.$/, "")}`).join("; ")}.`;
}
