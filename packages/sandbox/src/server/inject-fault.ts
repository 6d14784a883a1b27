import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "../faults/fault.ts";
import { Refusal, refusalBody } from "../refusal.ts";
import type { SandboxResponse } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

const HTML =
  "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>The edge is having a bad day</h1></body></html>";

/** Whether a fault strikes after the call took effect. */
export function strikesAfterCommit(fault: Fault): boolean {
  if (fault.kind === "drop_after_commit" || fault.kind === "truncated_body") return true;
  if (fault.kind === "delay") return fault.when === "after_commit";
  return (fault.kind === "status" || fault.kind === "html_page") && fault.afterCommit === true;
}

/**
 * Waits out a delay in real time.
 *
 * @throws Refusal 503 when the sandbox closes meanwhile.
 */
export async function wait(milliseconds: number, { closing }: SandboxParts): Promise<void> {
  await sleep(milliseconds, undefined, { signal: closing }).catch(() => {
    throw new Refusal(503, "The sandbox was closed");
  });
}

/** What a fault makes of the response that a call would have had. */
export function injectFault(fault: Exclude<Fault, { kind: "delay" }>, response: SandboxResponse): SandboxResponse {
  const { headers } = response;
  if (fault.kind === "drop_before_commit" || fault.kind === "drop_after_commit") {
    return { ...response, breaksOff: "unanswered" };
  }
  if (fault.kind === "truncated_body") return { ...response, breaksOff: "halfway" };
  if (fault.kind === "html_page") {
    const status = fault.status ?? 502;
    return { status, headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body: HTML };
  }
  const status = fault.kind === "rate_limit_storm" ? 429 : fault.status;
  const message = fault.kind === "rate_limit_storm" ? "Rate limit exceeded" : (fault.message ?? "Planned fault");
  const retryAfter = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
  return jsonResponse(status, refusalBody(status, message), { ...headers, ...retryAfter });
}
