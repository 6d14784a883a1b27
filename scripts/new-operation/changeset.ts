import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { kebabCase } from "../spec/handler-file.ts";
import { clientMethod } from "./client-method.ts";
import type { ActionRow } from "./test-row.ts";

/** The changeset of a new operation: its file and its text. */
export function changeset(facts: OperationFacts, action: ActionRow | undefined): { file: string; text: string } {
  const { resource, name } = clientMethod(facts);
  const packages = ["types", "client", ...(action ? ["actions"] : []), "sandbox"];
  const call = `\`client.${resource}.${name}\``;
  const text = `---
${packages.map((each) => `"@modulex-instantly/${each}": minor`).join("\n")}
---

${call} calls \`${facts.method} ${facts.path}\`.

- **Cause.** Instantly has the operation \`${facts.id}\`, which these packages lacked.
- **Effect.** The client has the method ${call}, ${action ? `the actions have \`${action.name}\`, ` : ""}and the sandbox simulates the operation.
- **Who must act.** Nobody.
`;
  return { file: `.changeset/new-operation-${kebabCase(facts.id)}.md`, text };
}
