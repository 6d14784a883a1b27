import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import type { MethodInput } from "../client/call-method.ts";

/** The inputs from the examples of an operation in the spec: one for each example of its body, or a single one. */
export function callInputs({ parameters, request }: SpecOperation): Record<string, MethodInput> {
  const examples = (place: "path" | "query") =>
    parameters.filter((parameter) => parameter.in === place).map(({ name, example }) => [name, example] as const);
  const [path] = examples("path");
  const query = examples("query");
  const id = path ? { id: String(path[1]) } : {};
  if (!request)
    return { "its parameters": { ...id, ...(query.length > 0 ? { input: Object.fromEntries(query) } : {}) } };
  const inputs = Object.entries(request.examples).map(([name, body]) => [name, { ...id, input: body as object }]);
  return Object.fromEntries(inputs);
}
