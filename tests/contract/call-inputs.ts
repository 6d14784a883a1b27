import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import type { CallInput } from "./client-calls.ts";

/** The inputs with which the spec illustrates an operation: one for each example of its body, or a single one. */
export function callInputs({ parameters, request }: SpecOperation): Record<string, CallInput> {
  const example = (place: "path" | "query") =>
    Object.fromEntries(
      parameters.filter((parameter) => parameter.in === place).map((parameter) => [parameter.name, parameter.example]),
    );
  const id = String(example("path")["id"] ?? "");
  const query = example("query");
  if (!request) return { "its parameters": { id, query, body: {} } };
  const inputs = Object.entries(request.examples).map(([name, body]) => [name, { id, query, body: body as object }]);
  return Object.fromEntries(inputs);
}
