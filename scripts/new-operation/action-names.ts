import { parse } from "yaml";
import type { RepositoryFiles } from "./repository-files.ts";

/** The action that calls an operation, by the id of the operation. */
export type ActionNames = Readonly<Record<string, string>>;

/** Reads the actions in `spec/actions/`. */
export function actionNames(files: RepositoryFiles): ActionNames {
  const named = files
    .list("spec/actions")
    .filter((file) => file.endsWith(".yaml") && file !== "order.yaml")
    .map((file) => parse(files.read(`spec/actions/${file}`)) as { operation: string; name: string });
  return Object.fromEntries(named.map(({ operation, name }) => [operation, name]));
}
