import type { OperationId } from "@modulex-instantly/sandbox";
import type { ErrorObject } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { document, operations } from "../contract/spec-operations.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ ...document, $id: "spec" });

/**
 * The violations of the spec by a response: an undocumented status, or a body that does not match the schema of the
 * status.
 */
export function responseProblems(id: OperationId, status: number, body: unknown): string[] {
  const operation = operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`the spec has no operation ${id}`);
  const response = operation.responses[String(status)];
  if (response === undefined) return [`${id}: status ${status} is not documented; its body is ${JSON.stringify(body)}`];
  const validate = ajv.getSchema(`spec#${response.schemaPointer}`);
  if (validate === undefined) throw new Error(`the spec has no schema at ${response.schemaPointer}`);
  if (validate(body) === true) return [];
  return (validate.errors ?? []).map((error) => described(id, status, error));
}

function described(id: OperationId, status: number, { instancePath, message, params }: ErrorObject): string {
  return `${id} ${status}: ${instancePath || "the body"} ${message ?? "is wrong"} ${JSON.stringify(params)}`;
}
