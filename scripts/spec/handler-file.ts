import type { ActionShape } from "./action-shapes.ts";

/** The file in `packages/sandbox/src/operations/` that handles an operation, and the constant that it exports. */
export interface HandlerFile {
  readonly file: string;
  readonly name: string;
}

/** Finds the handler of an operation. It is named after the action, or after the operation if no action calls it. */
export function handlerFile(operationId: string, actions: readonly Pick<ActionShape, "name" | "found">[]): HandlerFile {
  const action = actions.find(({ found }) => found.operation.operationId === operationId)?.name;
  const words = action?.split("_") ?? kebabCase(operationId).split("-");
  return {
    file: `${words.join("-")}.ts`,
    name: words.map((word, index) => (index === 0 ? word : capitalized(word))).join(""),
  };
}

/** Converts `getCampaign` to `get-campaign`. */
export function kebabCase(name: string): string {
  return name.replaceAll(/(?<!^)([A-Z])/g, "-$1").toLowerCase();
}

/** Converts `campaign` to `Campaign`. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
