import type { OpenApiOperation } from "../spec/open-api-document.ts";
import type { FoundOperation } from "../spec/operations.ts";
import { listsResourceOf, resourceOf, successStatusesOf } from "../spec/operations.ts";
import { followReference } from "../spec/reference.ts";
import type { Source } from "../spec/source.ts";
import { codeConstants } from "./code-constants.ts";
import { header } from "./header.ts";
import { packageVersion } from "./package-version.ts";
import { timeZoneModule } from "./time-zones.ts";

/** Derives the files of `packages/client`: the ids of the operations, and the operation table. */
export async function clientPackage(source: Source): Promise<Map<string, string>> {
  const found = source.operations;
  const ids = found.map(({ operation }) => JSON.stringify(operation.operationId));
  const rows = found.map(({ method, pathTemplate, operation }) => {
    const pagination = operation["x-pagination"];
    const rateLimit = operation["x-rate-limit"];
    const queryLists = queryListsOf(source, operation);
    const row = {
      id: operation.operationId,
      method,
      pathTemplate,
      effect: operation["x-effect"],
      ...(queryLists.length > 0 ? { queryLists } : {}),
      ...(operation.requestBody ? { hasBody: true } : {}),
      ...(pagination ? { cursorIn: pagination["cursorIn"] } : {}),
      ...(operation["x-effect"] === "read"
        ? { requires: requiredOf(source, operation) }
        : verifyWith(found, pathTemplate)),
      ...(rateLimit ? { rateLimit } : {}),
    };
    return `  ${operation.operationId}: ${JSON.stringify(row)},`;
  });
  const reconciled = found.filter(isReconciled).map(({ operation }) => JSON.stringify(operation.operationId));
  const operationId = [
    "/** The operations of the API by their id in the document. */",
    `export type OperationId =\n  | ${ids.join("\n  | ")};`,
    "",
    "/** The writes that reads can find: `x-reconcile` in the spec. */",
    `export type ReconciledId =\n  | ${reconciled.join("\n  | ")};`,
    "",
  ].join("\n");
  const table = [
    'import type { Operation } from "./operation.ts";',
    'import type { OperationId } from "./operation-id.gen.ts";',
    "",
    "/** What the call path knows of each operation. */",
    "export const operations: Readonly<Record<OperationId, Operation>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
  return new Map([
    ["packages/client/src/operations/operation-id.gen.ts", header + operationId],
    ["packages/client/src/operations/operations.gen.ts", header + table],
    ["packages/client/src/codes.gen.ts", header + codeConstants(source.document)],
    ["packages/client/src/time-zones/time-zones.gen.ts", header + timeZoneModule(source.document)],
    ["packages/client/src/version.gen.ts", await packageVersion("client")],
  ]);
}

function queryListsOf({ document }: Source, { parameters = [] }: OpenApiOperation): string[] {
  const inQuery = parameters.map((each) => followReference(document, each)).filter((each) => each.in === "query");
  return inQuery.filter(({ schema }) => followReference(document, schema).type === "array").map(({ name }) => name);
}

/** The property that every success of a read has: `items` of a list, `id` of an object, or another required one. */
function requiredOf({ document }: Source, operation: OpenApiOperation): string {
  const [status = ""] = successStatusesOf(operation);
  const { operationId, responses } = operation;
  const schema = followReference(document, responses[status]?.content?.["application/json"]?.schema ?? {});
  const required = ["items", "id"].find((name) => schema.required?.includes(name)) ?? schema.required?.[0];
  if (!required) throw new Error(`${operationId}: the schema of its success must require a property, such as "id"`);
  return required;
}

/**
 * Whether the client has a function that finds a write with reads.
 *
 * @throws Error naming the operation if the spec does not say so.
 */
function isReconciled({ operation }: FoundOperation): boolean {
  const { operationId, "x-effect": effect, "x-reconcile": reconcile } = operation;
  const values: readonly unknown[] = effect === "read" ? [undefined] : ["reads", "undetermined"];
  if (values.includes(reconcile)) return reconcile === "reads";
  throw new Error(
    effect === "read"
      ? `${operationId}: x-reconcile is for writes, and x-effect is read`
      : `${operationId}: x-reconcile must be "reads" or "undetermined", found ${reconcile}`,
  );
}

/** The client method that shows whether a write happened: the list of the same resource. */
function verifyWith(found: Source["operations"], pathTemplate: string): { readonly verifyWith: string } {
  const resource = resourceOf(pathTemplate);
  if (!found.some((other) => listsResourceOf(other, pathTemplate)))
    throw new Error(`${pathTemplate}: no list operation of ${resource} shows whether a write happened`);
  return { verifyWith: `${resource.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())}.list` };
}
