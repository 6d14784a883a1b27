import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, errorBody } from "../api-error.ts";
import type { Fault } from "../faults/fault.ts";
import type { ServerContext } from "../server-context.ts";
import type { SandboxResponse } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";

const HTML =
  "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>The edge is having a bad day</h1></body></html>";

/** Whether a fault is injected after the call takes effect. */
export function isAfterCommit(fault: Fault): boolean {
  if (fault.kind === "drop_after_commit" || fault.kind === "truncated_body") return true;
  if (fault.kind === "delay") return fault.when === "after_commit";
  return (fault.kind === "status" || fault.kind === "html_page") && fault.afterCommit === true;
}

/**
 * Waits in real time.
 *
 * @throws ApiError 503 if the sandbox closes in the meantime.
 */
export async function wait(milliseconds: number, { closing }: ServerContext): Promise<void> {
  await sleep(milliseconds, undefined, { signal: closing }).catch(() => {
    throw new ApiError(503, "The sandbox was closed");
  });
}

/** Applies a fault to a response. */
export function injectFault(fault: Exclude<Fault, { kind: "delay" }>, response: SandboxResponse): SandboxResponse {
  const { headers } = response;
  if (fault.kind === "drop_before_commit" || fault.kind === "drop_after_commit") {
    return { ...response, disconnect: "before_response" };
  }
  if (fault.kind === "truncated_body") return { ...response, disconnect: "mid_body" };
  if (fault.kind === "html_page") {
    const status = fault.status ?? 502;
    return { status, headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body: HTML };
  }
  const status = fault.kind === "rate_limit_storm" ? 429 : fault.status;
  const message = fault.kind === "rate_limit_storm" ? "Rate limit exceeded" : (fault.message ?? "Planned fault");
  const retryAfter = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
  return jsonResponse(status, errorBody(status, message), { ...headers, ...retryAfter });
}
