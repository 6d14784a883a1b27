import type { CallOptions, InstantlyClient, IterateOptions, Iteration, OperationId } from "@modulex-instantly/client";
import { operations } from "@modulex-instantly/client";
import { callMethod, methodOf } from "../../client/call-method.ts";
import { operationIds, operationRows } from "../../operations.ts";

/** An operation as the matrix calls it. */
export interface TestedOperation {
  readonly name: OperationId;
  readonly kind: "read" | "write";
  call(client: InstantlyClient, options: CallOptions): Promise<unknown>;
  /** The same with a text of the given size in its body; only where there is a body. */
  readonly callLarge?: (client: InstantlyClient, options: CallOptions, text: string) => Promise<unknown>;
  /** The same with another id in its path; only where there is one. */
  readonly callById?: (client: InstantlyClient, options: CallOptions, id: string) => Promise<unknown>;
  /** Goes through its pages; only where there are some. */
  readonly iterate?: (client: InstantlyClient, options: IterateOptions) => Iteration<unknown>;
  /** A good response. */
  readonly answer: Readonly<Record<string, unknown>>;
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
    answer: response,
  };
});
