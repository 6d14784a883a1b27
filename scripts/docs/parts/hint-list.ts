import type { ActionAnnotations } from "@modulex-instantly/actions";

const MEANING: Readonly<Record<keyof ActionAnnotations, readonly [whenTrue: string, whenFalse: string]>> = {
  readOnlyHint: ["reads only", "changes something"],
  destructiveHint: ["may delete or overwrite something", "only adds or only reads"],
  idempotentHint: ["repeating it with the same input has no further effect", "repeating it may have a further effect"],
  openWorldHint: ["sends to people outside the workspace, or reads what they wrote", "stays in the workspace"],
};

/** The four hints of the Model Context Protocol with the meanings of their values. */
export function hintList(annotations: ActionAnnotations): string {
  const hints = Object.entries(MEANING) as [keyof ActionAnnotations, readonly [string, string]][];
  return hints
    .map(([hint, [whenTrue, whenFalse]]) => {
      const value = annotations[hint];
      return `\`${hint}: ${String(value)}\` (${value ? whenTrue : whenFalse})`;
    })
    .join(", ");
}
