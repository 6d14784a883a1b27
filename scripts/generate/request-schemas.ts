import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { resolveReference, schemaName } from "../spec/reference.ts";
import type { Source } from "../spec/source.ts";

/** The parts of a request that Fastify validates, by Fastify's names. */
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
 * The schemas of the requests by operation, with validation keywords only. Where the spec is stricter than the API, they
 * follow the API: see `loosen`.
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

/** Reverts the two constraints of the spec that the API does not have. */
function loosen(operationId: string, body: JsonSchema): JsonSchema {
  // The API ignores an unknown filter and returns an unfiltered page. [R]
  if (operationId === "listLeads" && body.properties?.["filter"]) delete body.properties["filter"].enum;
  // The published schema allows a reply with neither text nor html, which is sent as an empty email. [S]
  if (operationId === "replyToEmail" && body.properties?.["body"]) delete body.properties["body"]["allOf"];
  return body;
}

/** The shared object schemas by name. Requests refer to them as `{ $ref: name }`. */
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

/** A schema merged with the target of its reference. Its own keywords take precedence. */
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
