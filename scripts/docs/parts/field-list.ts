import type { JsonSchema } from "../../spec/open-api-document.ts";
import { followReference, schemaName } from "../../spec/reference.ts";
import { details } from "../markdown/details.ts";
import { code, indented, inline } from "../markdown/text.ts";
import { boundsText } from "./bounds-text.ts";
import { enumList } from "./enum-list.ts";
import type { PageContext } from "./page-context.ts";
import { typeText } from "./type-text.ts";

/** A field of an input, a body or a response. */
export interface Field {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  /** A note next to the type, such as the name of the field in the API. */
  readonly note?: string | undefined;
}

/** Longer lists are folded, with the required fields before them. */
const MAX_UNFOLDED = 12;

/** Fields with types, descriptions, values and bounds, each under a heading of its own. */
export function fieldList(fields: readonly Field[], prefix: string, context: PageContext): string {
  const sections = (chosen: readonly Field[]) => chosen.map((field) => section(field, prefix, context)).join("\n\n");
  if (fields.length <= MAX_UNFOLDED) return sections(fields);
  const required = fields.filter(({ isRequired }) => isRequired && !context.isResponse);
  const others = fields.filter((field) => !required.includes(field));
  const summary = `${others.length} ${required.length > 0 ? "optional " : ""}fields: ${others.map(({ name }) => name).join(", ")}`;
  return [sections(required), details(summary, sections(others))].filter(Boolean).join("\n\n");
}

/** The fields of an object, or of the objects in an array. */
export function fieldsOf(schema: JsonSchema, { document }: PageContext): Field[] {
  const target = followReference(document, schema);
  if (target.items) return fieldsOf(target.items, { document, page: "" });
  return Object.entries(target.properties ?? {}).map(([name, property]) => ({
    name,
    schema: property,
    isRequired: target.required?.includes(name) ?? false,
  }));
}

/** The HTML id of a field. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}${name}`.replaceAll(/[^\w.-]/g, "_");
}

function section(field: Field, prefix: string, context: PageContext): string {
  const schema = wholeSchema(field.schema, context);
  const parts = [
    `### ${code(field.name)} {#${fieldId(prefix, field.name)}}`,
    notes(field, schema, context),
    schema.description?.trim(),
    enumList(schema),
    boundsLine(schema),
    nested(field, context),
  ];
  return parts.filter(Boolean).join("\n\n");
}

/** The fields of an object inside of a field. Those of a shared schema have a page of their own. */
function nested(field: Field, context: PageContext): string | undefined {
  const target = followReference(context.document, field.schema);
  const isShared = schemaName(field.schema) !== undefined || schemaName(target.items ?? {}) !== undefined;
  const inner = fieldsOf(field.schema, context);
  if (inner.length === 0 || isShared) return undefined;
  return inner.map((each) => item(each, context)).join("\n");
}

function item(field: Field, context: PageContext): string {
  const schema = wholeSchema(field.schema, context);
  const first = `- ${code(field.name)}: ${notes(field, schema, context)}. ${inline(schema.description)}`.trimEnd();
  const parts = [enumList(schema), boundsLine(schema), nested(field, context)].filter((part) => part !== undefined);
  return [first, ...parts.map((part) => indented(part))].join("\n\n");
}

function notes({ schema: own, isRequired, note }: Field, schema: JsonSchema, context: PageContext): string {
  const required = isRequired ? [context.isResponse ? "always present" : "**required**"] : [];
  return [typeText(own, context), ...required, ...(schema["readOnly"] === true ? ["read-only"] : []), note]
    .filter((part) => part !== undefined)
    .join(", ");
}

function boundsLine(schema: JsonSchema): string | undefined {
  const bounds = boundsText(schema);
  return bounds === "" ? undefined : `${bounds[0]?.toUpperCase()}${bounds.slice(1)}.`;
}

function wholeSchema(schema: JsonSchema, { document }: PageContext): JsonSchema {
  const { $ref: _, ...beside } = schema;
  return { ...followReference(document, schema), ...beside };
}
