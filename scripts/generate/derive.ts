import { loadSource } from "../spec/source.ts";
import { actionsPackage } from "./actions-package.ts";
import { clientPackage } from "./client-package.ts";
import { mcpPackage } from "./mcp-package.ts";
import { packageVersion } from "./package-version.ts";
import { sandboxPackage } from "./sandbox-package.ts";
import { typesPackage } from "./types-package.ts";

/**
 * Derives every generated file of the repository from a spec folder.
 *
 * @returns file contents by path, relative to the root of the repository. Nothing is written.
 * @throws Error naming the file, the operation or the action that is invalid.
 */
export async function derive(specDirectory: string): Promise<Map<string, string>> {
  const source = await loadSource(specDirectory);
  // The actions first: they find most errors, and the rest is slow.
  const actions = await actionsPackage(source);
  return new Map([
    ...(await typesPackage(source)),
    ...(await clientPackage(source)),
    ...actions,
    ...(await sandboxPackage(source)),
    ...(await mcpPackage()),
    ["packages/cli/src/version.gen.ts", await packageVersion("cli")],
  ]);
}
