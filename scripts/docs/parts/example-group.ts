import { codeBlock } from "../markdown/text.ts";
import type { BodyExample } from "../source/body-example.ts";

/** Examples of a body, each in a tab. */
export function exampleGroup(examples: readonly BodyExample[]): string | undefined {
  if (examples.length === 0) return undefined;
  const blocks = examples.map(({ summary, value }) =>
    codeBlock(JSON.stringify(value, null, 2), "json", summary.replaceAll(/[[\]{}<>&"]/g, "")),
  );
  return `::: code-group\n\n${blocks.join("\n\n")}\n\n:::`;
}
