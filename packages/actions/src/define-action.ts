import type { Action, ActionDefinition } from "./action.ts";
import { inputSchemas, outputSchemas } from "./generated/action-schemas.gen.ts";
import type { ActionName } from "./generated/action-types.gen.ts";
import { operationMetadata } from "./generated/operation-metadata.gen.ts";
import { validateInput } from "./input/validate-input.ts";
import { validateOutput } from "./results/validate-output.ts";
import { runDefinition } from "./run/run-definition.ts";
import { actionSchema } from "./schema/action-schema.ts";

/** Makes an action of a definition and what the spec says about its operation. */
export function defineAction<Name extends ActionName, Data>(definition: ActionDefinition<Name, Data>): Action<Name> {
  const { name, title, summary, description, annotations, approval, rule } = definition;
  const { operation, method, path, successStatuses, category, effect, scopes } = operationMetadata[name];
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
    inputSchema: actionSchema(inputSchemas[name], (value) => validateInput(name, value, { rule })),
    outputSchema: actionSchema(outputSchemas[name], (value) => validateOutput(outputSchemas[name], value)),
    run: (input, context) => runDefinition(definition, input, context),
  };
}
