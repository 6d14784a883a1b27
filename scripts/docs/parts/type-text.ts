import type { JsonSchema } from "../../spec/open-api-document.ts";
import { followReference, schemaName } from "../../spec/reference.ts";
import { escapeMarkdown } from "../markdown/text.ts";
import { pagePath, relativeLink } from "../page-path.ts";
import type { PageContext } from "./page-context.ts";

/** A type as text, such as "array of Lead" or "string (uuid) or null", with links to shared schemas. */
export function typeText(schema: JsonSchema, context: PageContext): string {
  const name = schemaName(schema);
  if (name === undefined) return describeType(schema, context);
  const link = `[${escapeMarkdown(name)}](${relativeLink(context.page, pagePath.schema(name))})`;
  const target = followReference(context.document, schema);
  return target.properties ? link : `${link} · ${describeType(target, context)}`;
}

function describeType(schema: JsonSchema, context: PageContext): string {
  const types = [schema.type ?? (schema.properties ? "object" : "any")].flat();
  const names = types.map((type) => {
    if (type === "array") return `array of ${schema.items ? typeText(schema.items, context) : "any"}`;
    if (type === "object" && typeof schema.additionalProperties === "object" && !schema.properties) {
      return `object with values of ${typeText(schema.additionalProperties, context)}`;
    }
    return escapeMarkdown(`${type}${type === "string" && schema["format"] ? ` (${schema["format"]})` : ""}`);
  });
  return names.join(" or ");
}
