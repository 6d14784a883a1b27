import { handlerFile } from "../spec/handler-file.ts";
import type { JsonSchema, OpenApiOperation } from "../spec/open-api-document.ts";
import { successStatusesOf } from "../spec/operations.ts";
import { followReference } from "../spec/reference.ts";
import type { Source } from "../spec/source.ts";
import { builtInScenarios } from "./built-in-scenarios.ts";
import { header } from "./header.ts";
import { packageVersion } from "./package-version.ts";
import { requestSchemas, sharedSchemas } from "./request-schemas.ts";
import { requestValidators } from "./request-validators.ts";

const ENTITIES = ["Lead", "Campaign", "Email", "LeadList"];

/** Derives the files of `packages/sandbox`: routes, request types, request validators and nullable fields. */
export async function sandboxPackage(source: Source): Promise<Map<string, string>> {
  const files: Record<string, string> = {
    operations: operationTable(source),
    "operation-requests": operationRequests(source),
    "request-validators": await requestValidators(requestSchemas(source), sharedSchemas(source.document)),
    "nullable-fields": nullableFields(source),
  };
  return new Map([
    ...Object.entries(files).map(
      ([name, text]) => [`packages/sandbox/src/spec/${name}.gen.ts`, header + text] as const,
    ),
    ["packages/sandbox/src/operations/handlers.gen.ts", header + handlers(source)],
    ["packages/sandbox/src/version.gen.ts", await packageVersion("sandbox")],
    ["packages/sandbox/src/scenarios/built-in-scenarios.gen.ts", await builtInScenarios()],
  ]);
}

function operationTable(source: Source): string {
  const schemas = requestSchemas(source);
  const scopes = new Set<string>();
  const rows = source.operations.map(({ method, pathTemplate, operation }) => {
    const { operationId } = operation;
    for (const scope of operation["x-scopes"]) scopes.add(scope);
    const body = schemas[operationId]?.body;
    const row = {
      id: operationId,
      action: source.actions.find(({ found }) => found.operation.operationId === operationId)?.name ?? null,
      method,
      pathTemplate,
      effect: operation["x-effect"],
      scopes: operation["x-scopes"],
      rateLimit: operation["x-rate-limit"] ?? null,
      cursorIn: operation["x-pagination"]?.["cursorIn"] ?? null,
      bodyFields: Object.keys(body?.properties ?? {}),
      queryFields: Object.keys(schemas[operationId]?.querystring?.properties ?? {}),
      bodyIsClosed: body?.additionalProperties === false,
      badRequestHasMessage: badRequestHasMessage(source, operation),
    };
    return `  ${operationId}: ${JSON.stringify(row)},`;
  });
  return [
    'import type { Operation, OperationId } from "./operation.ts";',
    "",
    "/** The operations of the API with their routes, effects, scopes and limits. */",
    "export const operations: Readonly<Record<OperationId, Operation>> = {",
    ...rows,
    "};",
    "",
    "/** Every scope that an operation accepts. */",
    `export const scopes: readonly string[] = ${JSON.stringify([...scopes].sort())};`,
    "",
  ].join("\n");
}

/** The table of the handlers, each from the file of its name. */
function handlers(source: Source): string {
  const rows = source.operations.map(({ operation: { operationId } }) => ({
    operationId,
    ...handlerFile(operationId, source.actions),
  }));
  const imports = [
    'import type { OperationId } from "../spec/operation.ts";',
    'import type { Handler } from "./handler.ts";',
    ...rows.map(({ file, name }) => `import { ${name} } from "./${file}";`).sort(),
  ];
  return [
    ...imports,
    "",
    "/** The handlers of all operations. */",
    "export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {",
    ...rows.map(({ operationId, name }) => `  ${operationId}: ${name},`),
    "};",
    "",
  ].join("\n");
}

function operationRequests(source: Source): string {
  const entries = source.operations.map(({ operation }) => {
    const self = `operations["${operation.operationId}"]`;
    const at = (place: string): string =>
      operation.parameters?.some((parameter) => parameter.in === place)
        ? `NonNullable<${self}["parameters"]["${place}"]>`
        : "Record<never, never>";
    const body = operation.requestBody
      ? `NonNullable<${self}["requestBody"]>["content"]["application/json"]`
      : "undefined";
    return `  ${operation.operationId}: { params: ${at("path")}; query: ${at("query")}; body: ${body}; response: ${responseOf(self, operation)} };`;
  });
  return [
    'import type { operations } from "@modulex-instantly/types";',
    "",
    "/** The request of each operation after validation, and its response. */",
    "export interface OperationRequests {",
    ...entries,
    "}",
    "",
  ].join("\n");
}

function responseOf(self: string, operation: OpenApiOperation): string {
  return `${self}["responses"][${successStatusesOf(operation)[0]}]["content"]["application/json"]`;
}

/** Whether the body of a 400 is the usual error; of one operation it has only `error`. */
function badRequestHasMessage({ document }: Source, { responses }: OpenApiOperation): boolean {
  const response = followReference(document, responses["400"] ?? {});
  const schema = response.content?.["application/json"]?.schema;
  return schema === undefined || followReference(document, schema).properties?.["message"] !== undefined;
}

function nullableFields(source: Source): string {
  const rows = ENTITIES.map((name) => {
    const properties = source.document.components.schemas[name]?.properties ?? {};
    const nullable = Object.keys(properties).filter((field) => acceptsNull(source, properties[field] ?? {}));
    return `  ${name}: ${JSON.stringify(nullable)},`;
  });
  return [
    "/** The nullable fields of each entity in the published document. */",
    `export const nullableFields: Readonly<Record<${ENTITIES.map((name) => `"${name}"`).join(" | ")}, readonly string[]>> = {`,
    ...rows,
    "};",
    "",
  ].join("\n");
}

function acceptsNull(source: Source, schema: JsonSchema): boolean {
  const { type } = followReference(source.document, schema);
  return Array.isArray(type) && type.includes("null");
}
