import type {
  JsonSchema,
  OpenApiContent,
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
} from "../../spec/open-api-document.ts";
import { followReference } from "../../spec/reference.ts";

/** A response of an operation, with references followed. */
export interface DocumentedResponse {
  readonly status: string;
  readonly description: string;
  readonly json: OpenApiContent | undefined;
  readonly isSuccess: boolean;
}

/** The responses of an operation, in the order of the spec. */
export function responsesOf(document: OpenApiDocument, { responses }: OpenApiOperation): DocumentedResponse[] {
  return Object.entries(responses).map(([status, response]) => {
    const found: { description?: string; content?: Record<string, OpenApiContent> } = followReference(
      document,
      response,
    );
    const { description = "", content } = found;
    return { status, description, json: content?.["application/json"], isSuccess: status.startsWith("2") };
  });
}

/** The HTML id of a success response on the page of its operation. */
export function responseId(index: number, status: string): string {
  return index === 0 ? "response" : `response-${status}`;
}

/** The evidence tags of an operation. */
export function evidenceOf(
  operation: OpenApiOperation & { readonly "x-evidence"?: readonly string[] },
): readonly string[] {
  return operation["x-evidence"] ?? [];
}

/** The JSON body of an operation. */
export function bodyOf({ requestBody }: OpenApiOperation): OpenApiContent | undefined {
  return requestBody?.content["application/json"];
}

/** A parameter as a schema with its description and example. */
export function parameterSchema(parameter: OpenApiParameter & { readonly example?: unknown }): JsonSchema {
  const { schema, description, example } = parameter;
  return { ...(example === undefined ? {} : { examples: [example] }), ...schema, description };
}
