import type { InstantlyClient, OperationId, RepeatableCallOptions } from "../../packages/client/src/index.ts";
import { operationIds, operationRows } from "../operations.ts";
import { callMethod } from "./call-method.ts";
import type { Step } from "./scripted-fetch.ts";
import { respondWith } from "./scripted-fetch.ts";

type Call = (client: InstantlyClient, options?: RepeatableCallOptions) => Promise<unknown>;

/** A call of every operation, with the arguments of its row. */
export const calls: Readonly<Record<OperationId, Call>> = Object.fromEntries(
  operationIds.map((id) => [id, (client, options) => callMethod(client, id, operationRows[id], options)]),
) as Record<OperationId, Call>;

/** The successful response to the call of an operation. */
export function success(id: OperationId): Step {
  return respondWith(operationRows[id].response);
}
