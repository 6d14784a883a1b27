import type { Effect, OperationId } from "@modulex-instantly/client";

/** What an action takes over from its operation; derived from the spec. */
export interface ActionFacts {
  readonly operation: OperationId;
  readonly method: string;
  readonly path: string;
  readonly successStatuses: readonly number[];
  readonly effect: Effect;
  /** Any one of these lets a key make the call. */
  readonly scopes: readonly string[];
}
