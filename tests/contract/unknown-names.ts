import type { JsonSchema } from "../../scripts/spec/open-api-document.ts";
import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import { followReference } from "../../scripts/spec/reference.ts";
import type { RecordedRequest } from "./recorder.ts";
import { document } from "./spec-operations.ts";

/** The unknown names in a request. The API ignores them, and Prism accepts most of them. */
export function unknownNames({ parameters, request }: SpecOperation, { url, body }: RecordedRequest): string[] {
  const known = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const inQuery = [...url.searchParams.keys()].filter((name) => !known.includes(name)).map((name) => `query ${name}`);
  if (body === undefined) return inQuery;
  return [...inQuery, ...(request ? inBody("body", request.schema, JSON.parse(body)) : ["body"])];
}

function inBody(place: string, schema: JsonSchema, value: unknown): string[] {
  const { properties, items, additionalProperties } = followReference(document, schema);
  if (Array.isArray(value)) return items ? value.flatMap((item) => inBody(`${place}[]`, items, item)) : [];
  if (typeof value !== "object" || value === null || typeof additionalProperties === "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = properties?.[name];
    return property ? inBody(`${place}.${name}`, property, inner) : [`${place}.${name}`];
  });
}
