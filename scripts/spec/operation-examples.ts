import { pointerTo } from "./json-pointer.ts";
import type { JsonSchema, OpenApiDocument } from "./open-api-document.ts";
import { followReference, resolveReference } from "./reference.ts";

/** A body with its named examples, with references to shared examples followed. */
export interface ExampledBody {
  readonly schemaPointer: string;
  readonly schema: JsonSchema;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** An operation with the examples of its parameters, request and responses. */
export interface SpecOperation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly pointer: string;
  readonly parameters: readonly Parameter[];
  readonly request: ExampledBody | undefined;
  /** By status. */
  readonly responses: Readonly<Record<string, ExampledBody>>;
  readonly isList: boolean;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly schema: JsonSchema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Body {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, Content>>;
}

interface Content {
  readonly schema: JsonSchema;
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
}

/** Lists the operations of a bundled document with their examples. */
export function specOperations(document: OpenApiDocument): SpecOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const pointer = pointerTo("", "paths", path, method);
      const { requestBody } = operation;
      const responses = Object.entries(operation.responses).map(([status, response]) => [
        status,
        exampledBody(document, pointerTo(pointer, "responses", status), response as Body),
      ]);
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        pointer,
        parameters: (operation.parameters ?? []) as readonly Parameter[],
        request: requestBody && exampledBody(document, pointerTo(pointer, "requestBody"), requestBody as Body),
        responses: Object.fromEntries(responses.filter(([, body]) => body !== undefined)),
        isList: operation["x-pagination"] !== undefined,
      };
    }),
  );
}

function exampledBody(document: OpenApiDocument, pointer: string, body: Body): ExampledBody | undefined {
  if (body.$ref !== undefined) return exampledBody(document, body.$ref.slice(1), resolveReference(document, body.$ref));
  const content = body.content?.["application/json"];
  if (content === undefined) return undefined;
  const examples = Object.entries(content.examples ?? {}).map(([name, example]) => [
    name,
    followReference(document, example).value,
  ]);
  return {
    schemaPointer: pointerTo(pointer, "content", "application/json", "schema"),
    schema: content.schema,
    examples: Object.fromEntries(examples),
  };
}
