import type { JsonSchema } from "../../spec/open-api-document.ts";
import { parameterSchema } from "./operation-parts.ts";
import type { DocumentedAction } from "./site-source.ts";
import { typescriptLiteral } from "./typescript-literal.ts";

/** Code that runs an action with examples of its required inputs and of some common ones. */
export function sampleRun(documented: DocumentedAction): string {
  const input = typescriptLiteral(sampleInput(documented));
  return [
    'import { getAction } from "@modulex-instantly/actions";',
    "",
    `const result = await getAction("${documented.action.name}").run(`,
    `  ${input.replaceAll("\n", "\n  ")},`,
    '  { apiKey: process.env["INSTANTLY_API_KEY"], baseUrl: process.env["INSTANTLY_BASE_URL"] },',
    ");",
    "console.log(result.success, result.error);",
  ].join("\n");
}

/** An input of an action with examples of the spec. */
export function sampleInput({ shape }: DocumentedAction): Record<string, unknown> {
  const parameters = shape.found.operation.parameters ?? [];
  const inputs = Object.entries(shape.inputs).map(([name, schema]) => {
    const parameter = parameters.find((each) => each.name === (schema["x-sent-as"] ?? name));
    return [name, parameter ? { ...parameterSchema(parameter), ...schema } : schema] as const;
  });
  return exampleInput(Object.fromEntries(inputs), shape.requiredInputs);
}

function exampleInput(
  inputs: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): Record<string, unknown> {
  const common = ["campaign", "campaign_id", "email", "limit", "name", "ids", "interest_value", "body_text"];
  const names = Object.keys(inputs).filter((name) => required.includes(name) || common.includes(name));
  return Object.fromEntries(names.map((name) => [name, exampleOf(inputs[name] ?? {})]));
}

function exampleOf(schema: JsonSchema): unknown {
  const [example] = Array.isArray(schema["examples"]) ? schema["examples"] : [];
  if (example !== undefined) return example;
  if (schema.items) return [exampleOf(schema.items)];
  if (schema.properties) return exampleInput(schema.properties, schema.required ?? []);
  return schema.default ?? schema.enum?.[0] ?? schema["minimum"];
}
