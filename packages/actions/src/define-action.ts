import type { Action, ActionDefinition } from "./action.ts";
import { actionFacts } from "./action-facts.gen.ts";
import { runDefinition } from "./action-run.ts";
import { actionSchema } from "./action-schema.ts";
import { inputSchemas, outputSchemas } from "./action-schemas.gen.ts";
import type { ActionName } from "./action-types.gen.ts";
import { validateInput } from "./validate-input.ts";
import { validateOutput } from "./validate-output.ts";

/** Completes a definition with everything the spec knows of it. */
export function defineAction<Name extends ActionName, Data>(definition: ActionDefinition<Name, Data>): Action<Name> {
  const { name, title, summary, description, annotations, approval } = definition;
  const { operation, method, path, successStatuses, effect, scopes } = actionFacts[name];
  const category = categoryOf(path);
  return {
    name,
    title,
    summary,
    description,
    annotations,
    approval,
    category,
    effect,
    scopes,
    http: { operation, method, path, successStatuses },
    inputSchema: actionSchema(inputSchemas[name], (value) => validateInput(name, value)),
    outputSchema: actionSchema(outputSchemas[name], (value) => validateOutput(outputSchemas[name], value)),
    run: (input, context) => runDefinition(definition, { category, effect }, input, context),
  };
}

function categoryOf(path: string): Action["category"] {
  const resource = path.split("/")[3];
  return resource === "lead-lists" ? "lead_lists" : (resource as "leads" | "campaigns" | "emails");
}
