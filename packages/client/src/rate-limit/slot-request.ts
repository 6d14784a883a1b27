import { assertSignal } from "../call/assert-signal.ts";
import type { Call } from "../call/call.ts";
import { abortedError } from "../call/call-error.ts";
import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { assertKnownNames, LONGEST_MS, readOptions } from "../options/with-defaults.ts";

/** A request for a slot by code that makes its own requests. */
export interface SlotRequest {
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
  /** `interactive` requests go before `bulk` requests. Default: `interactive`. */
  readonly priority?: "interactive" | "bulk" | undefined;
  /** How long to wait at most, in milliseconds. Default: no limit. */
  readonly timeoutMs?: number | undefined;
}

const OPTIONS: Readonly<Record<keyof SlotRequest, true>> = { signal: true, priority: true, timeoutMs: true };

/** Waits for a slot of the workspace for a request that is not made by a client. */
export async function acquireSlot(
  request: SlotRequest,
  acquire: (call: Call) => Promise<void> | undefined,
): Promise<void> {
  const call = readOptions(() => callOf(request), invalidRequest);
  if (call.signal?.aborted) throw abortedError(call, "not_sent");
  await acquire(call);
}

function callOf(request: SlotRequest): Call {
  assertKnownNames("acquire", request, OPTIONS, invalidRequest);
  const { signal, priority = "interactive", timeoutMs = LONGEST_MS } = request;
  if (signal !== undefined) assertSignal(signal);
  if (priority !== "interactive" && priority !== "bulk")
    throw invalidRequest(`priority must be "interactive" or "bulk", received ${describeValue(priority)}`);
  if (!(typeof timeoutMs === "number" && timeoutMs >= 0 && timeoutMs <= LONGEST_MS))
    throw invalidRequest(`timeoutMs must be a number from 0 to ${LONGEST_MS}, received ${describeValue(timeoutMs)}`);
  const startedAt = performance.now();
  return {
    id: "",
    operation: { id: "request", method: "GET", pathTemplate: "/api/v2", effect: "read" },
    url: "",
    signal,
    priority,
    timeouts: { connectMs: 0, readAttemptMs: 0, writeAttemptMs: 0, overallMs: timeoutMs },
    repeatUnknown: false,
    startedAt,
    deadlineAt: startedAt + timeoutMs,
    attempts: 0,
  };
}
