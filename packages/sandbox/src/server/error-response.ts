import { ApiError, errorBody } from "../api-error.ts";
import type { ServerContext } from "../server-context.ts";
import type { Operation } from "../spec/operation.ts";
import { httpDate } from "../state/virtual-clock.ts";
import type { Call } from "./call.ts";
import type { SandboxResponse } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";
import { UnreadableBodyError } from "./read-body.ts";
import { InvalidCallError } from "./validate-call.ts";

/** The error response of a call. An error that is not an ApiError is a bug of the sandbox, and a 500. */
export function errorResponse(error: unknown, call: Call, { state }: ServerContext): SandboxResponse {
  const { assumptions } = state.settings;
  const status = error instanceof ApiError ? error.status : 500;
  const headers = {
    date: httpDate(state.database.clock.now),
    ...closing(error),
    ...(status === 429 && assumptions.retryAfterSeconds !== null
      ? { "retry-after": String(assumptions.retryAfterSeconds) }
      : {}),
  };
  const message = messageOf(error, call.operation, assumptions.deleteWithoutSelector);
  const isPlain = status === 400 && !call.operation.badRequestHasMessage;
  return jsonResponse(status, isPlain ? { error: message } : errorBody(status, message), headers);
}

/** The header that closes the connection after an unreadable body, because the rest of it may follow. */
export function closing(error: unknown): { readonly connection?: "close" } {
  return error instanceof UnreadableBodyError ? { connection: "close" } : {};
}

function messageOf(error: unknown, { effect }: Operation, deleteWithoutSelector: string | null): string {
  if (error instanceof InvalidCallError && effect === "delete" && error.keywords.includes("anyOf")) {
    return deleteWithoutSelector ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
