import { promisedProjections } from "./results.ts";

type Schema = Record<string, unknown>;

/** Expands the contract of a result to the published JSON Schema, including titles, `$defs`, nulls and defaults. */
export function resultSchema(notation: string): Schema {
  const [title = "", ...fields] = notation.split(/\s+/);
  const definitions: Record<string, Schema> = {};
  const properties = {
    success: { title: "Success", type: "boolean" },
    error: { anyOf: [{ type: "string" }, { type: "null" }], default: null, title: "Error" },
    ...propertiesOf(fields, definitions),
  };
  return {
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
    additionalProperties: false,
    properties,
    required: ["success"],
    title,
    type: "object",
  };
}

function propertiesOf(fields: readonly string[], definitions: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    fields.map((field) => {
      const [name = "", kind = "string"] = field.split(":");
      return [name, propertySchema(name, kind, definitions)];
    }),
  );
}

function propertySchema(name: string, kind: string, definitions: Record<string, Schema>): Schema {
  const title = titleOf(name);
  const item = /^\[(\w*)\]$/.exec(kind)?.[1];
  if (item !== undefined) return { items: item === "" ? {} : projection(item, definitions), title, type: "array" };
  if (/^[A-Z]/.test(kind)) return { anyOf: [projection(kind, definitions), { type: "null" }], default: null };
  const plain = kind === "object" ? { additionalProperties: true, type: "object" } : { type: kind };
  return { anyOf: [plain, { type: "null" }], default: null, title };
}

function projection(title: string, definitions: Record<string, Schema>): Schema {
  const fields = promisedProjections[title];
  if (fields === undefined) throw new Error(`there is no projection ${title}`);
  definitions[title] ??= {
    additionalProperties: false,
    properties: propertiesOf(fields.split(/\s+/), definitions),
    title,
    type: "object",
  };
  return { $ref: `#/$defs/${title}` };
}

/** `email_open_count` as `Email Open Count`. */
function titleOf(name: string): string {
  return name
    .split("_")
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(" ");
}
