import type { Source } from "../spec/source.ts";
import { header } from "./header.ts";
import { packageVersion } from "./package-version.ts";

/** The generated operation table of the client. */
export const CLIENT_OPERATIONS = "packages/client/src/operations.gen.ts";

/** Derives the files of `packages/client`: the operation table. */
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
  const text = [
    'import type { Operation } from "./operation.ts";',
    "",
    "/** The ids of the operations in the document. */",
    `export type OperationId =\n  | ${ids.join("\n  | ")};`,
    "",
    "/** The metadata of each operation. */",
    "export const operations: Readonly<Record<OperationId, Operation>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
  return new Map([
    [CLIENT_OPERATIONS, header(source) + text],
    ["packages/client/src/version.gen.ts", await packageVersion("client")],
  ]);
}
