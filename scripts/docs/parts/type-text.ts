import type { JsonSchema } from "../../spec/open-api-document.ts";
import { followReference, schemaName } from "../../spec/reference.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { pagePath, relativeLink } from "../markup/page-path.ts";
import type { PageContext } from "./page-context.ts";

/** A type as text, such as "array of Lead" or "string (uuid) or null", with links to shared schemas. */
export function typeText(schema: JsonSchema, context: PageContext): Html {
  const name = schemaName(schema);
  if (name === undefined) return html`${describeType(schema, context)}`;
  const link = html`<a href="${relativeLink(context.page, pagePath.schema(name))}">${name}</a>`;
  const target = followReference(context.document, schema);
  return target.properties ? link : html`${link} · ${describeType(target, context)}`;
}

function describeType(schema: JsonSchema, context: PageContext): Html {
  const types = [schema.type ?? (schema.properties ? "object" : "any")].flat();
  const names = types.map((type) => {
    if (type === "array") return html`array of ${schema.items ? typeText(schema.items, context) : "any"}`;
    if (type === "object" && typeof schema.additionalProperties === "object" && !schema.properties) {
      return html`object with values of ${typeText(schema.additionalProperties, context)}`;
    }
    return html`${type}${type === "string" && schema["format"] ? ` (${schema["format"]})` : ""}`;
  });
  return html`${names.map((name, index) => html`${index > 0 ? " or " : ""}${name}`)}`;
}
