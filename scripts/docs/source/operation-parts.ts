import type {
  JsonSchema,
  OpenApiContent,
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
} from "../../spec/open-api-document.ts";
import { followReference } from "../../spec/reference.ts";

/** An answer of an operation, found and read. */
export interface DocumentedAnswer {
  readonly status: string;
  readonly description: string;
  readonly json: OpenApiContent | undefined;
  readonly isGood: boolean;
}

/** The answers of an operation in the order of the spec. */
export function answersOf(document: OpenApiDocument, { responses }: OpenApiOperation): DocumentedAnswer[] {
  return Object.entries(responses).map(([status, response]) => {
    const found: { description?: string; content?: Record<string, OpenApiContent> } = followReference(
      document,
      response,
    );
    const { description = "", content } = found;
    return { status, description, json: content?.["application/json"], isGood: status.startsWith("2") };
  });
}

/** The id of a good answer on the page of its operation; most have only one. */
export function answerId(index: number, status: string): string {
  return index === 0 ? "answer" : `answer-${status}`;
}

/** How the facts of an operation are known, by their tags. */
export function evidenceOf(
  operation: OpenApiOperation & { readonly "x-evidence"?: readonly string[] },
): readonly string[] {
  return operation["x-evidence"] ?? [];
}

/** The JSON body an operation takes. */
export function bodyOf({ requestBody }: OpenApiOperation): OpenApiContent | undefined {
  return requestBody?.content["application/json"];
}

/** A parameter as a schema of its own, with its description and example. */
export function parameterSchema(parameter: OpenApiParameter & { readonly example?: unknown }): JsonSchema {
  const { schema, description, example } = parameter;
  return { ...(example === undefined ? {} : { examples: [example] }), ...schema, description };
}
