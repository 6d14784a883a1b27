import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { resolveReference, schemaName } from "../spec/reference.ts";
import type { Source } from "../spec/source.ts";

/** The parts of a request that Fastify validates, under Fastify's own names for them. */
export interface RequestSchemas {
  readonly params?: JsonSchema;
  readonly querystring?: JsonSchema;
  readonly body?: JsonSchema;
}

const VALIDATION_KEYWORDS = new Set(
  [
    "type enum format pattern minimum maximum minItems minProperties required additionalProperties default",
    "properties items anyOf allOf",
  ].flatMap((keywords) => keywords.split(" ")),
);

/**
 * The schemas of the requests, without anything but validation, keyed by operation.
 *
 * Where the spec asks more of a caller than the API does, the API is followed: see `loosen`.
 */
export function requestSchemas({ document, operations }: Source): Record<string, RequestSchemas> {
  const all: Record<string, RequestSchemas> = {};
  for (const { operation } of operations) {
    const parameters = (place: string): JsonSchema | undefined => {
      const found = operation.parameters?.filter((parameter) => parameter.in === place) ?? [];
      if (found.length === 0) return undefined;
      return {
        type: "object",
        required: found.filter((parameter) => parameter.required).map((parameter) => parameter.name),
        properties: Object.fromEntries(found.map(({ name, schema }) => [name, inline(document, schema)])),
      };
    };
    const body = operation.requestBody?.content["application/json"]?.schema;
    const params = parameters("path");
    const querystring = parameters("query");
    all[operation.operationId] = {
      ...(params && { params }),
      ...(querystring && { querystring }),
      ...(body && { body: loosen(operation.operationId, inline(document, body)) }),
    };
  }
  return all;
}

/** Undoes the two places where the spec is stricter than the API so that callers are warned. */
function loosen(operationId: string, body: JsonSchema): JsonSchema {
  // An unknown filter is answered with an unfiltered page, not refused. [R]
  if (operationId === "listLeads" && body.properties?.["filter"]) delete body.properties["filter"].enum;
  // A reply with neither text nor html satisfies the published schema: an empty mail goes out. [S]
  if (operationId === "replyToEmail" && body.properties?.["body"]) delete body.properties["body"]["allOf"];
  return body;
}

/** The object schemas that requests share, by name; a request refers to them as `{ $ref: name }`. */
export function sharedSchemas(document: OpenApiDocument): Record<string, JsonSchema> {
  const objects = Object.entries(document.components.schemas).filter(([, schema]) => schema.properties);
  return Object.fromEntries(objects.map(([name, schema]) => [name, inline(document, schema)]));
}

function nested(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const name = schemaName(schema);
  return name && document.components.schemas[name]?.properties ? { $ref: name } : inline(document, schema);
}

function inline(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const result: JsonSchema = {};
  for (const [keyword, value] of Object.entries(withTarget(document, schema))) {
    if (VALIDATION_KEYWORDS.has(keyword)) result[keyword] = inlineKeyword(document, keyword, value);
  }
  return result;
}

/** A schema with the keywords of what it refers to; its own win. */
function withTarget(document: OpenApiDocument, { $ref, ...own }: JsonSchema): JsonSchema {
  return $ref === undefined ? own : { ...withTarget(document, resolveReference<JsonSchema>(document, $ref)), ...own };
}

function inlineKeyword(document: OpenApiDocument, keyword: string, value: unknown): unknown {
  if (keyword === "properties") {
    const properties = Object.entries(value as Record<string, JsonSchema>);
    return Object.fromEntries(properties.map(([name, property]) => [name, nested(document, property)]));
  }
  if (keyword === "anyOf" || keyword === "allOf") return (value as JsonSchema[]).map((part) => inline(document, part));
  const isSchema = typeof value === "object" && value !== null && !Array.isArray(value);
  return isSchema && keyword !== "default" ? nested(document, value as JsonSchema) : value;
}
