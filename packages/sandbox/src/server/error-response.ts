import { Refusal, refusalBody } from "../refusal.ts";
import { httpDate } from "../state/virtual-clock.ts";
import type { Call } from "./call.ts";
import type { SandboxResponse } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";
import { UnreadableBody } from "./read-body.ts";
import type { SandboxParts } from "./sandbox-parts.ts";
import { InvalidCall } from "./validate-call.ts";

/** A failed call in the API's own words; whatever is no refusal is a fault of the sandbox itself, a 500. */
export function errorResponse(error: unknown, call: Call, { state }: SandboxParts): SandboxResponse {
  const { unknowns } = state.settings;
  const status = error instanceof Refusal ? error.status : 500;
  const headers = {
    date: httpDate(state.world.clock.now),
    ...closing(error),
    ...(status === 429 && unknowns.retryAfterSeconds !== null
      ? { "retry-after": String(unknowns.retryAfterSeconds) }
      : {}),
  };
  const text = messageOf(error, call.operation.id, unknowns.deleteWithoutSelector);
  if (status === 400 && call.operation.id === "updateLeadInterestStatus") {
    return jsonResponse(status, { error: text }, headers);
  }
  return jsonResponse(status, refusalBody(status, text), headers);
}

/** More of a body that could not be read may follow, so nothing else can follow it. */
export function closing(error: unknown): { readonly connection?: "close" } {
  return error instanceof UnreadableBody ? { connection: "close" } : {};
}

function messageOf(error: unknown, operation: string, selectorText: string | null): string {
  if (error instanceof InvalidCall && operation === "bulkDeleteLeads" && error.keywords.includes("anyOf")) {
    return selectorText ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
