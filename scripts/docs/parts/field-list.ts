import type { JsonSchema } from "../../spec/open-api-document.ts";
import { followReference, schemaName } from "../../spec/reference.ts";
import { anchor } from "../markup/anchor.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { prose } from "../markup/markdown.ts";
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
  readonly note?: Html | undefined;
}

/** A list of fields with types, descriptions, values and bounds. Objects can be expanded. */
export function fieldList(fields: readonly Field[], prefix: string, context: PageContext): Html {
  return html`<ul class="fields">${fields.map((field) => fieldItem(field, prefix, context, []))}</ul>`;
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

function fieldItem(field: Field, prefix: string, context: PageContext, within: readonly string[]): Html {
  const { name, isRequired, note } = field;
  const { $ref: _, ...beside } = field.schema;
  const schema = { ...followReference(context.document, field.schema), ...beside };
  const id = fieldId(prefix, name);
  const bounds = boundsText(schema);
  return html`<li id="${id}">
<p class="field"><code class="name">${name}</code> <span class="type">${typeText(field.schema, context)}</span>${
    isRequired && requiredMark(context)
  }${schema["readOnly"] === true && html` <span class="type">read-only</span>`}${note && html` <span class="type">${note}</span>`}${anchor(id, name)}</p>
${schema.description && prose(schema.description)}${enumList(schema)}${
  bounds.length > 0 &&
  html`<p class="bounds">${bounds.map((bound, index) => html`${index > 0 ? ", " : ""}${bound}`)}</p>`
}${nested(field, `${id}.`, context, within)}</li>
`;
}

function requiredMark({ isResponse }: PageContext): Html {
  return isResponse
    ? html` <span class="type">always present</span>`
    : html` <strong class="required">required</strong>`;
}

function nested(field: Field, prefix: string, context: PageContext, within: readonly string[]): Html | undefined {
  const inner = fieldsOf(field.schema, context);
  const name = schemaName(field.schema) ?? schemaName(followReference(context.document, field.schema).items ?? {});
  if (inner.length === 0 || (name !== undefined && within.includes(name))) return undefined;
  const path = name === undefined ? within : [...within, name];
  const count = `${inner.length} ${inner.length === 1 ? "field" : "fields"}`;
  return html`<details><summary>${count}${name && html` of ${name}`}</summary><ul class="fields">${inner.map((each) =>
    fieldItem(each, prefix, context, path),
  )}</ul></details>`;
}
