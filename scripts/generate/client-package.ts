import type { Source } from "../spec/source.ts";
import { header } from "./header.ts";
import { packageVersion } from "./package-version.ts";

/** The generated operation table of the client. */
export const CLIENT_OPERATIONS = "packages/client/src/operations/operations.gen.ts";

/** Derives the files of `packages/client`: the ids of the operations, and the operation table. */
export async function clientPackage(source: Source): Promise<Map<string, string>> {
  const found = source.operations;
  const ids = found.map(({ operation }) => JSON.stringify(operation.operationId));
  const rows = found.map(({ method, pathTemplate, operation }) => {
    const pagination = operation["x-pagination"];
    const rateLimit = operation["x-rate-limit"];
    const row = {
      id: operation.operationId,
      method,
      pathTemplate,
      effect: operation["x-effect"],
      ...(pagination ? { cursorIn: pagination["cursorIn"] } : {}),
      ...(rateLimit ? { rateLimit } : {}),
    };
    return `  ${operation.operationId}: ${JSON.stringify(row)},`;
  });
  const operationId = [
    "/** The operations of the API by their id in the document. */",
    `export type OperationId =\n  | ${ids.join("\n  | ")};`,
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
    ["packages/client/src/operations/operation-id.gen.ts", header(source) + operationId],
    [CLIENT_OPERATIONS, header(source) + table],
    ["packages/client/src/version.gen.ts", await packageVersion("client")],
  ]);
}
