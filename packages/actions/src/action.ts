import type { CallOptions, Effect, InstantlyClient, OperationId } from "@modulex-instantly/client";
import type { ActionContext } from "./action-context.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./generated/action-types.gen.ts";
import type { OperationMetadata } from "./generated/operation-metadata.gen.ts";
import type { ActionSchema } from "./schema/action-schema.ts";

/** The four hints of the Model Context Protocol. All are required, because the default of a missing hint is the most dangerous value. */
export interface ActionAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** The part of an action that is written by hand: everything that the spec does not contain. */
export interface ActionDefinition<Name extends ActionName, Data = unknown> {
  readonly name: Name;
  readonly title: string;
  /** One line for people who choose from a list. */
  readonly summary: string;
  /** For models: what the action does, when to use it, when not to, and what it returns. At most 1,024 characters. */
  readonly description: string;
  readonly annotations: ActionAnnotations;
  /** Whether a person should approve each run. */
  readonly approval: "never" | "recommended" | "required";
  /** A rule across fields: returns the error message for an input whose fields are valid individually. */
  readonly rule?: (input: ActionInputs[Name]) => string | undefined;
  /** Calls the API. */
  readonly call: (
    input: ActionInputs[Name],
    context: { readonly client: InstantlyClient; readonly options: CallOptions },
  ) => Promise<Data>;
  /** Lays out the data of the call as a result, whose fields are then projected onto the output schema. */
  readonly result: (data: Data) => Readonly<Record<string, unknown>>;
}

/** An action: described for agents and platforms, with validated input, and a `run` that never rejects. */
export interface Action<Name extends ActionName = ActionName>
  extends Omit<ActionDefinition<Name>, "call" | "result" | "rule"> {
  readonly category: OperationMetadata["category"];
  readonly effect: Effect;
  /** A key needs any one of these scopes to run the action. */
  readonly scopes: readonly string[];
  readonly http: {
    readonly operation: OperationId;
    readonly method: string;
    readonly path: string;
    readonly successStatuses: readonly number[];
  };
  readonly inputSchema: ActionSchema<ActionInputs[Name]>;
  readonly outputSchema: ActionSchema<ActionOutputs[Name]>;
  /**
   * Runs the action. It never rejects: every outcome is a value that satisfies the output schema, with every key
   * present, and `error` says whether and when to try again.
   */
  run(input: ActionInputs[Name], context: ActionContext): Promise<ActionOutputs[Name]>;
}
