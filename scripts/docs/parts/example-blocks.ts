import { codeBlock } from "../markup/code-block.ts";
import type { Html } from "../markup/html.ts";
import { html } from "../markup/html.ts";
import type { BodyExample } from "../source/body-example.ts";

/** Examples of a body, the first one expanded. */
export function exampleBlocks(title: string, examples: readonly BodyExample[]): Html | undefined {
  if (examples.length === 0) return undefined;
  return html`<div class="examples" role="group" aria-label="${title}">${examples.map(
    ({ summary, value }, index) =>
      html`<details${index === 0 && html` open`}><summary>${summary}</summary>${codeBlock(JSON.stringify(value, null, 2), "json")}</details>`,
  )}</div>`;
}
