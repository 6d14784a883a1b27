import type { OperationId } from "@modulex-instantly/client";
import type { ClientMethod } from "../../../tests/operations/operation-row.ts";
import { operationRows } from "../../../tests/operations.ts";
import type { OpenApiDocument, OpenApiOperation } from "../../spec/open-api-document.ts";
import type { FoundOperation } from "../../spec/operations.ts";
import { successStatusesOf } from "../../spec/operations.ts";
import { followReference } from "../../spec/reference.ts";
import { bodyExamples } from "./body-example.ts";
import { parameterSchema } from "./operation-parts.ts";
import { typescriptLiteral } from "./typescript-literal.ts";

/** A call of the client with examples of the spec as arguments. */
export interface SampleCall {
  readonly method: ClientMethod;
  readonly arguments: readonly unknown[];
  /** The call as TypeScript. */
  readonly code: string;
}

/** Creates a call of an operation from its examples: the id, then the body or the first filters. */
export function sampleCall(document: OpenApiDocument, { operation }: FoundOperation): SampleCall {
  const { method } = operationRows[operation.operationId as OperationId];
  const parameters = operation.parameters ?? [];
  const id = parameters.find((parameter) => parameter.in === "path");
  const [body] = bodyExamples(document, operation.requestBody?.content["application/json"]);
  const filters = parameters
    .filter(({ in: place, name }) => place === "query" && name !== "starting_after")
    .slice(0, 2);
  const query = Object.fromEntries(filters.map((filter) => [filter.name, exampleOf(parameterSchema(filter))]));
  const given = [
    ...(id ? [exampleOf(parameterSchema(id))] : []),
    ...(body ? [body.value] : []),
    ...(filters.length > 0 ? [query] : []),
  ];
  const assigned = `const ${resultName(document, operation, method)} = await instantly.${method}(`;
  return {
    method,
    arguments: given,
    code: `${assigned}${given.map((value) => typescriptLiteral(value, "", assigned.length)).join(", ")});`,
  };
}

function exampleOf({ examples, minimum }: Readonly<Record<string, unknown>>): unknown {
  return (Array.isArray(examples) ? examples[0] : undefined) ?? minimum;
}

/** A page, an entity, or the only field of the response. */
function resultName(document: OpenApiDocument, operation: OpenApiOperation, method: ClientMethod): string {
  const [status = ""] = successStatusesOf(operation);
  const schema = operation.responses[status]?.content?.["application/json"]?.schema ?? {};
  const fields = Object.keys(followReference(document, schema).properties ?? {});
  if (fields.includes("items")) return "page";
  const [only, ...others] = fields;
  return only !== undefined && others.length === 0 ? `{ ${only} }` : (method.split(".")[0] ?? "").replace(/s$/, "");
}
