import type { JsonSchema } from "../spec/open-api-document.ts";
import { followReference, schemaName } from "../spec/reference.ts";
import { plainText } from "./markup/markdown.ts";
import { pagePath } from "./markup/page-path.ts";
import { guideTitle, rendered } from "./pages/guide-page.ts";
import { fieldId, fieldsOf } from "./parts/field-list.ts";
import { bodyOf } from "./source/operation-parts.ts";
import type { SiteSource } from "./source/site-source.ts";

/** A search result. */
export interface SearchEntry {
  readonly kind: "action" | "operation" | "schema" | "field" | "guide";
  readonly title: string;
  /** The parent, such as the schema of a field. */
  readonly within: string;
  readonly text: string;
  readonly address: string;
}

/** The searched length of a text. */
const MAX_TEXT = 800;

/** All search results: actions, operations, schemas, their fields, and the sections of the guides. */
export function searchEntries(source: SiteSource): SearchEntry[] {
  const { document } = source;
  const entries: SearchEntry[] = [];
  const add = (
    kind: SearchEntry["kind"],
    title: string,
    within: string,
    text: string | undefined,
    target: string,
  ): void => {
    entries.push({ kind, title, within, text: plainText(text).slice(0, MAX_TEXT), address: target });
  };
  const addFields = (schema: JsonSchema, within: string, page: string, prefix: string): void => {
    for (const { name, schema: inner } of fieldsOf(schema, { document, page })) {
      const { $ref: _, ...beside } = inner;
      const whole = { ...followReference(document, inner), ...beside };
      const meanings = Object.values((whole["x-enumDescriptions"] ?? {}) as Record<string, string>).join(" ");
      add("field", name, within, `${whole.description ?? ""} ${meanings}`, `${page}#${fieldId(prefix, name)}`);
    }
  };

  for (const { action, shape } of source.actions) {
    const page = pagePath.action(action.name);
    add("action", action.name, action.title, action.description, page);
    addFields({ properties: shape.inputs }, action.name, page, "input-");
  }
  for (const { operation, method, pathTemplate } of source.operations) {
    const page = pagePath.operation(operation.operationId);
    add(
      "operation",
      operation.summary,
      `${method} ${pathTemplate}`,
      `${operation.operationId} ${operation.description}`,
      page,
    );
    for (const { name, in: place, description } of operation.parameters ?? []) {
      add("field", name, operation.operationId, description, `${page}#${fieldId(`${place}-`, name)}`);
    }
    const body = bodyOf(operation);
    if (body && schemaName(body.schema) === undefined) addFields(body.schema, operation.operationId, page, "body-");
  }
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    add("schema", name, schema.title ?? name, schema.description, pagePath.schema(name));
    addFields(schema, name, pagePath.schema(name), "");
  }
  for (const guide of source.guides) {
    const page = pagePath.guide(guide.file);
    for (const { id, text, level, below } of rendered(source, guide).headings) {
      add("guide", text, guideTitle(guide), below, level === 1 ? page : `${page}#${id}`);
    }
  }
  return entries;
}
