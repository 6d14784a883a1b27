import type { CallOptions, InstantlyClient, IterateOptions, Iteration, OperationId } from "@modulex-instantly/client";
import { operations } from "@modulex-instantly/client";
import { callMethod, methodOf } from "../../client/call-method.ts";
import { operationIds, operationRows } from "../../operations.ts";

/** An operation, as called by the matrix. */
export interface TestedOperation {
  readonly name: OperationId;
  readonly kind: "read" | "write";
  call(client: InstantlyClient, options: CallOptions): Promise<unknown>;
  /** The same with a text of the given size in its body; only for operations with a body. */
  readonly callLarge?: (client: InstantlyClient, options: CallOptions, text: string) => Promise<unknown>;
  /** The same with a different id in its path; only for operations with an id. */
  readonly callById?: (client: InstantlyClient, options: CallOptions, id: string) => Promise<unknown>;
  /** Iterates over its pages; only for lists. */
  readonly iterate?: (client: InstantlyClient, options: IterateOptions) => Iteration<unknown>;
  /** A successful response. */
  readonly response: Readonly<Record<string, unknown>>;
}

/** The columns of the matrix. */
export const testedOperations: readonly TestedOperation[] = operationIds.map((name) => {
  const { method, id, input, withText, response } = operationRows[name];
  const { effect, cursorIn } = operations[name];
  return {
    name,
    kind: effect === "read" ? "read" : "write",
    call: (client, options) => callMethod(client, name, operationRows[name], options),
    ...(withText && {
      callLarge: (client, options, text) =>
        callMethod(client, name, { ...(id && { id }), input: withText(text) }, options),
    }),
    ...(id && {
      callById: (client, options, other) => callMethod(client, name, { id: other, ...(input && { input }) }, options),
    }),
    ...(cursorIn && {
      iterate: (client, options) =>
        methodOf(client, method.replace(/\.list$/, ".iterate"))({}, options) as Iteration<unknown>,
    }),
    response,
  };
});
