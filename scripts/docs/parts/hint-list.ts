import type { ActionAnnotations } from "@modulex-instantly/actions";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";

const MEANING: Readonly<Record<keyof ActionAnnotations, readonly [whenTrue: string, whenFalse: string]>> = {
  readOnlyHint: ["reads only", "changes something"],
  destructiveHint: ["may delete or overwrite something", "only adds or only reads"],
  idempotentHint: ["repeating it with the same input has no further effect", "repeating it may have a further effect"],
  openWorldHint: ["sends to people outside the workspace, or reads what they wrote", "stays in the workspace"],
};

/** The four hints of the Model Context Protocol with the meanings of their values. */
export function hintList(annotations: ActionAnnotations): Html {
  const hints = Object.entries(MEANING) as [keyof ActionAnnotations, readonly [string, string]][];
  return html`<ul class="plain">${hints.map(([hint, [whenTrue, whenFalse]]) => {
    const value = annotations[hint];
    return html`<li><code>${hint}: ${String(value)}</code> ${value ? whenTrue : whenFalse}</li>`;
  })}</ul>`;
}
