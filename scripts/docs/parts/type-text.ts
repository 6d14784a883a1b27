import type { JsonSchema } from "../../spec/open-api-document.ts";
import { followReference, schemaName } from "../../spec/reference.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import { address, way } from "../markup/page-path.ts";
import type { PagePlace } from "./page-context.ts";

/** A type in words, such as "array of Lead" or "string (uuid) or null"; names lead to their pages. */
export function typeText(schema: JsonSchema, place: PagePlace): Html {
  const name = schemaName(schema);
  if (name === undefined) return html`${inWords(schema, place)}`;
  const link = html`<a href="${way(place.page, address.schema(name))}">${name}</a>`;
  const target = followReference(place.document, schema);
  return target.properties ? link : html`${link} · ${inWords(target, place)}`;
}

function inWords(schema: JsonSchema, place: PagePlace): Html {
  const types = [schema.type ?? (schema.properties ? "object" : "any")].flat();
  const words = types.map((type) => {
    if (type === "array") return html`array of ${schema.items ? typeText(schema.items, place) : "any"}`;
    if (type === "object" && typeof schema.additionalProperties === "object" && !schema.properties) {
      return html`object with values of ${typeText(schema.additionalProperties, place)}`;
    }
    return html`${type}${type === "string" && schema["format"] ? ` (${schema["format"]})` : ""}`;
  });
  return html`${words.map((word, index) => html`${index > 0 ? " or " : ""}${word}`)}`;
}
