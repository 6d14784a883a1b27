import openapiTS, { astToString } from "openapi-typescript";
import type { FoundOperation } from "../spec/operations.ts";
import { successStatusesOf } from "../spec/operations.ts";
import type { Source } from "../spec/source.ts";
import { BUNDLED_DOCUMENT } from "./derived-files.ts";
import { header, headerText } from "./header.ts";

/** The options of openapi-typescript for the types of the API and of the actions. */
export const typescriptOptions = {
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  alphabetize: true,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  silent: true,
} as const;

/** Derives the files of `packages/types`: types, friendly names and the bundled document. */
export async function typesPackage(source: Source): Promise<Map<string, string>> {
  const ast = await openapiTS(structuredClone(source.document) as never, typescriptOptions);
  return new Map([
    ["packages/types/src/openapi.gen.ts", header + astToString(ast)],
    ["packages/types/src/operation-types.gen.ts", header + operationTypes(source.operations)],
    [BUNDLED_DOCUMENT, `${JSON.stringify({ "x-derived": headerText, ...source.document }, null, 2)}\n`],
  ]);
}

function operationTypes(operations: readonly FoundOperation[]): string {
  const lines = ['import type { operations } from "./openapi.gen.ts";', ""];
  for (const { operation, method, pathTemplate } of operations) {
    const { operationId } = operation;
    const name = operationId[0]?.toUpperCase() + operationId.slice(1);
    const self = `operations["${operationId}"]`;
    const inputs = ["path", "query"]
      .filter((place) => operation.parameters?.some((parameter) => parameter.in === place))
      .map((place) => `NonNullable<${self}["parameters"]["${place}"]>`);
    if (operation.requestBody) inputs.push(`NonNullable<${self}["requestBody"]>["content"]["application/json"]`);
    const status = successStatusesOf(operation)[0];
    lines.push(
      `/** The input of \`${operationId}\` (${method} ${pathTemplate}): path, query and body in one object. */`,
      `export type ${name}Input = ${inputs.join(" & ")};`,
      `/** The body of a successful response of \`${operationId}\`. */`,
      `export type ${name}Output = ${self}["responses"][${status}]["content"]["application/json"];`,
      "",
    );
  }
  return lines.join("\n");
}
