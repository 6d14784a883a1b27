import type { CallOptions, Effect, InstantlyClient, OperationId } from "@modulex-instantly/client";
import type { ActionContext } from "./action-context.ts";
import type { ActionSchema } from "./action-schema.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./action-types.gen.ts";

/** The four hints of the Model Context Protocol; all of them, because a missing one means the worst. */
export interface ActionAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** What an action's file says: everything the spec cannot. */
export interface ActionDefinition<Name extends ActionName, Data = unknown> {
  readonly name: Name;
  readonly title: string;
  /** One line for people who choose from a list. */
  readonly summary: string;
  /** For models: what it does, when to use it and when not, what comes back. At most 1,024 characters. */
  readonly description: string;
  readonly annotations: ActionAnnotations;
  /** Whether a person should agree before each run. */
  readonly approval: "never" | "recommended" | "required";
  /** A rule across fields: says what is wrong with an input that is valid field by field. */
  readonly rule?: (input: ActionInputs[Name]) => string | undefined;
  /** Makes the call. */
  readonly call: (
    input: ActionInputs[Name],
    context: { readonly client: InstantlyClient; readonly options: CallOptions },
  ) => Promise<Data>;
  /** Lays out what the call brought as a result; its fields are then fitted to the result schema. */
  readonly result: (data: Data) => Readonly<Record<string, unknown>>;
}

/** A ready action: described for agents and platforms, validated, and never rejecting. */
export interface Action<Name extends ActionName = ActionName>
  extends Omit<ActionDefinition<Name>, "call" | "result" | "rule"> {
  readonly category: "leads" | "campaigns" | "emails" | "lead_lists";
  readonly effect: Effect;
  /** Any one of these lets a key run the action. */
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
   * Runs the action. It never rejects: every outcome is a value of the result schema with every key present, and
   * `error` says whether and when to try again.
   */
  run(input: ActionInputs[Name], context: ActionContext): Promise<ActionOutputs[Name]>;
}
