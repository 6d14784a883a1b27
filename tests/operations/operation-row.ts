import type { ActionInputs } from "@modulex-instantly/actions";
import type { Effect, InstantlyClient } from "../../packages/client/src/index.ts";

type ResourceName = Exclude<keyof InstantlyClient, "raw" | "reconcile">;

/** A method of the client, such as `leads.list`. */
export type ClientMethod = {
  [Resource in ResourceName]: `${Resource}.${Extract<keyof InstantlyClient[Resource], string>}`;
}[ResourceName];

/**
 * Inputs that match their types and can only fail or do harm, each with the error. Nothing is sent for them. An empty list
 * says that there are none.
 */
export type RejectedInputs = readonly (readonly [input: object, message: RegExp])[];

/** An action with all of its parameters, and the request that it must make, written by hand. */
export type ActionCase = {
  [Name in keyof ActionInputs]: {
    readonly name: Name;
    readonly input: Required<ActionInputs[Name]>;
    readonly sent: {
      readonly method: string;
      /** Path and query as sent. */
      readonly target: string;
      readonly body: object | undefined;
    };
    readonly rejects: RejectedInputs;
  };
}[keyof ActionInputs];

/** How tests and the documentation call an operation: the one place that maps operations to methods of the client. */
export interface OperationRow {
  readonly method: ClientMethod;
  /** The id in the path, for operations that have one. */
  readonly id?: string;
  /** The query or the body, for operations that have one. */
  readonly input?: object;
  /** The same input with a long text in its body; only for operations with a body. */
  readonly withText?: (text: string) => object;
  /** A successful response. */
  readonly response: Readonly<Record<string, unknown>>;
  /** The effect, stated a second time: it decides whether a call may be repeated. */
  readonly effect: Effect;
  readonly rejects: RejectedInputs;
  /** The action that calls the operation; null if none does. */
  readonly action: ActionCase | null;
}
