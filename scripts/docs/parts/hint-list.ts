import type { ActionAnnotations } from "@modulex-instantly/actions";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";

const MEANING: Readonly<Record<keyof ActionAnnotations, readonly [whenTrue: string, whenFalse: string]>> = {
  readOnlyHint: ["reads only", "changes something"],
  destructiveHint: ["may undo or lose something", "only adds, or only reads"],
  idempotentHint: ["a repeat with the same input adds nothing", "a repeat may add to the effect"],
  openWorldHint: ["reaches people outside the workspace, or reads what they wrote", "stays in the workspace"],
};

/** The four hints of the Model Context Protocol, each with what its value means. */
export function hintList(annotations: ActionAnnotations): Html {
  const hints = Object.entries(MEANING) as [keyof ActionAnnotations, readonly [string, string]][];
  return html`<ul class="plain">${hints.map(([hint, [whenTrue, whenFalse]]) => {
    const value = annotations[hint];
    return html`<li><code>${hint}: ${String(value)}</code> ${value ? whenTrue : whenFalse}</li>`;
  })}</ul>`;
}
