import openapiTS, { astToString } from "openapi-typescript";
import { successStatusesOf } from "../spec/operations.ts";
import type { Source } from "../spec/source.ts";
import { BUNDLED_DOCUMENT } from "./derived-files.ts";
import { header, headerText } from "./header.ts";
import { describeValues, isObject, namedInterfaces } from "./named-types.ts";

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
  const document = structuredClone(source.document);
  describeValues(document);
  const ast = await openapiTS(document as never, typescriptOptions);
  return new Map([
    ["packages/types/src/openapi.gen.ts", header + namedInterfaces(astToString(ast), source.document)],
    ["packages/types/src/operation-types.gen.ts", header + operationTypes(source)],
    [BUNDLED_DOCUMENT, `${JSON.stringify({ "x-derived": headerText, ...source.document }, null, 2)}\n`],
  ]);
}

function operationTypes({ operations, document }: Source): string {
  const lines = [
    'import type { operations } from "./openapi.gen.ts";',
    "",
    "/** Filters of a list may be undefined, which is the same as absent. */",
    "type MaybeUndefined<Query> = { [Name in keyof Query]: Query[Name] | undefined };",
    "",
  ];
  for (const { operation, method, pathTemplate } of operations) {
    const { operationId } = operation;
    const name = operationId[0]?.toUpperCase() + operationId.slice(1);
    const self = `operations["${operationId}"]`;
    const inputs = ["path", "query"]
      .filter((place) => operation.parameters?.some((parameter) => parameter.in === place))
      .map((place) => `NonNullable<${self}["parameters"]["${place}"]>`);
    if (operation.requestBody) inputs.push(`NonNullable<${self}["requestBody"]>["content"]["application/json"]`);
    const status = successStatusesOf(operation)[0];
    const output = `${self}["responses"][${status}]["content"]["application/json"]`;
    const isList = operation["x-pagination"] !== undefined;
    const input = isList ? `MaybeUndefined<${inputs.join(" & ")}>` : inputs.join(" & ");
    const body = operation.requestBody?.content["application/json"]?.schema;
    const isInterface = inputs.length === 1 && (body === undefined || isObject(document, body));
    const success = operation.responses[String(status)]?.content?.["application/json"]?.schema;
    lines.push(
      ...named(
        `${name}Input`,
        input,
        isInterface,
        `The input of \`${operationId}\` (${method} ${pathTemplate}): path, query and body in one object.`,
      ),
      ...named(
        `${name}Output`,
        output,
        isObject(document, success),
        `The body of a successful response of \`${operationId}\`.`,
      ),
      "",
    );
  }
  return lines.join("\n");
}

/** Names a type. Editors show the name of an interface, and all fields of any other type. */
function named(name: string, type: string, isInterface: boolean, description: string): string[] {
  const comment = `/** ${description} */`;
  return isInterface
    ? [`type ${name}Fields = ${type};`, comment, `export interface ${name} extends ${name}Fields {}`]
    : [comment, `export type ${name} = ${type};`];
}
