import { loadSource } from "../spec/source.ts";
import { actionsPackage } from "./actions-package.ts";
import { clientPackage } from "./client-package.ts";
import { sandboxPackage } from "./sandbox-package.ts";
import { typesPackage } from "./types-package.ts";

/**
 * Derives every generated file of the repository from a spec folder.
 *
 * @returns file contents by path relative to the repository's root, nothing is written.
 * @throws Error that names the file and the field when the spec or an action's shape is broken.
 */
export async function derive(specDirectory: string): Promise<Map<string, string>> {
  const source = await loadSource(specDirectory);
  // The actions first: they refuse what is broken, before the slow work begins.
  const actions = await actionsPackage(source);
  return new Map([
    ...(await typesPackage(source)),
    ...(await clientPackage(source)),
    ...actions,
    ...(await sandboxPackage(source)),
  ]);
}
