import type { ApiResponse, Call, CallHandler } from "../call/call.ts";
import type { Phase } from "../call/call-error.ts";
import { abortedError, callError, statusPhase } from "../call/call-error.ts";
import type { Observer } from "../call/observer.ts";
import { settleSlot } from "../call/slot.ts";
import { waitFor } from "../call/wait-for.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import type { Redact } from "../redaction/redact.ts";
import { classifyFetchError } from "../response/fetch-error.ts";
import { parseResponse } from "../response/parse-response.ts";
import { bodyTooLarge, readBody, unusableResponse } from "../response/read-body.ts";
import { readHead } from "../response/read-head.ts";
import type { ServerDates } from "../response/server-date.ts";
import type { FreshFetch } from "./request-cache.ts";
import { freshFetch } from "./request-cache.ts";
import type { Observation, SendEvidence } from "./send-evidence.ts";

/** The options of the client that an attempt uses. */
export interface AttemptOptions {
  readonly fetch: typeof fetch;
  /** Whether `fetch` is a custom one, so that it is unknown when it sends. */
  readonly isFetchGiven: boolean;
  /** Whether `fetch` is that of a transport, which has no cache. */
  readonly isTransport: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Removes the key from responses and errors. */
  readonly redact: Redact;
  readonly sendEvidence: SendEvidence | undefined;
  readonly observe: Observer;
  /** Stores the date of the last response. */
  readonly dates: ServerDates;
}

/**
 * Makes one attempt: sends the request, reads the response and parses it. The attempt's time limit and the caller's
 * signal apply until the last byte is read, even if a custom `fetch` ignores its signal.
 */
export function attempt(options: AttemptOptions): CallHandler {
  const fetch: FreshFetch = options.isTransport
    ? ({ url }, init) => options.fetch(url, init)
    : freshFetch(options.fetch);
  return async (call) => {
    const { signal, timeouts, operation, slot } = call;
    if (signal?.aborted) throw abortedError(call, "not_sent");
    const attemptMs = operation.effect === "read" ? timeouts.readAttemptMs : timeouts.writeAttemptMs;
    const limitMs = Math.min(attemptMs, call.deadlineAt - performance.now());
    if (limitMs <= 0)
      throw callError(call, "timeout", "not_sent", "no time left to send the request", { isTransient: true });
    call.attempts += 1;
    call.response = undefined;
    options.observe("onRequest", call);
    // A hook may have aborted the call.
    if (signal?.aborted) throw abortedError(call, "not_sent");
    if (slot?.expiresAt !== undefined && performance.now() >= slot.expiresAt) {
      throw callError(call, "timeout", "not_sent", "delayed until its rate-limit slot expired", { isTransient: true });
    }
    const exchanged: Exchanged = { response: undefined };
    const controller = new AbortController();
    const seen = observed(options, call, controller.signal);
    try {
      const start = () => exchange(call, options, fetch, controller.signal, exchanged);
      const work = seen ? seen.run(start) : start();
      const connectMs = seen ? Math.min(timeouts.connectMs, limitMs) : limitMs;
      let endedMs = connectMs;
      let end = await waitFor(work, connectMs, signal);
      // The limit for connecting only applies while the request waits for its connection.
      if (end === "timeout" && connectMs < limitMs && seen?.progress() !== "waiting") {
        endedMs = limitMs;
        end = await waitFor(work, limitMs - connectMs, signal);
      }
      if (typeof end === "object") return end.value;
      controller.abort();
      const { response } = exchanged;
      const phase = phaseOf(response, await isUnsent(work, seen));
      if (end === "aborted") throw abortedError(call, phase);
      // The status of an error response is more specific than the timeout of its body.
      if (response && phase !== "applied_unverified") return parseResponse(call, response, options.redact);
      const what = phase === "not_sent" ? "connection" : "complete response";
      const message = `no ${what} within ${Math.round(endedMs)} ms`;
      throw callError(call, "timeout", phase, message, { status: response?.status, isTransient: true });
    } catch (thrown) {
      // Nothing is aborted here: a rejected fetch may leave a stream without a listener, and its error would end the
      // process.
      throw thrown instanceof FetchFailure
        ? attemptError(call, exchanged.response, thrown.thrown, seen, options.redact)
        : thrown;
    } finally {
      settleSlot(slot, true);
      call.response = exchanged.response;
    }
  };
}

/** Starts to observe an attempt. If a custom `sendEvidence` throws, the call continues and nothing is proven. */
function observed(
  { sendEvidence, isFetchGiven }: AttemptOptions,
  { operation, url, slot }: Call,
  signal: AbortSignal,
): Observation | undefined {
  let seen: Observation;
  try {
    if (!sendEvidence) return undefined;
    // A custom fetch may send again after the first request left.
    const onLeave = isFetchGiven ? undefined : () => settleSlot(slot, true);
    seen = sendEvidence({ method: operation.method, url, signal, onLeave });
  } catch {
    return undefined;
  }
  return {
    async run(start) {
      let work: ReturnType<typeof start> | undefined;
      const once = () => {
        work ??= start();
        return work;
      };
      try {
        await seen.run(once);
      } catch {}
      return once();
    },
    progress(thrown) {
      try {
        return seen.progress(thrown);
      } catch {
        return "left";
      }
    },
  };
}

/** Wraps an error of `fetch` or of its response, which is never an error of this client. */
class FetchFailure {
  readonly thrown: unknown;

  constructor(thrown: unknown) {
    this.thrown = thrown;
  }
}

/** The response of one attempt. A response that arrives after the attempt ended must not reach the next attempt. */
interface Exchanged {
  response: ApiResponse | undefined;
}

async function exchange(
  call: Call,
  options: AttemptOptions,
  fetch: FreshFetch,
  signal: AbortSignal,
  exchanged: Exchanged,
): Promise<unknown> {
  const startedAt = performance.now();
  // The slot of this attempt: if the response is late, the call may already have the slot of its next attempt.
  const { body, slot } = call;
  try {
    const sending = fetch(call, {
      method: call.operation.method,
      headers: body ? { ...options.headers, "content-type": "application/json" } : options.headers,
      redirect: "manual",
      signal,
      ...(body ? { body } : {}),
    });
    // The platform's fetch sends at once over a kept connection. A custom one has sent at the latest when it settles.
    if (!options.isFetchGiven && !options.sendEvidence) settleSlot(slot, true);
    const received = await sending;
    settleSlot(slot, true);
    exchanged.response = readHead(received, call, options);
    exchanged.response.text = await readBody(received, isSuccess(exchanged.response), signal);
  } catch (thrown) {
    const { response } = exchanged;
    // The status of an error response is enough, even if its body was lost.
    if (!response || isSuccess(response)) throw new FetchFailure(thrown);
  }
  const { response } = exchanged;
  if (signal.aborted || !response) return undefined;
  options.observe("onResponse", call, { status: response.status, durationMs: performance.now() - startedAt });
  return parseResponse(call, response, options.redact);
}

function isSuccess({ status }: ApiResponse): boolean {
  return status >= 200 && status < 300;
}

/** Returns how far a failed attempt got. Unless it is proven unsent, it may have been applied. */
function phaseOf(response: ApiResponse | undefined, isProvenUnsent: boolean): Phase {
  if (response) return response.isOfRedirect ? "unknown" : statusPhase(response.status);
  return isProvenUnsent ? "not_sent" : "unknown";
}

/** Tells whether an aborted request was not sent and never will be. A `fetch` may ignore its signal or send elsewhere. */
async function isUnsent(work: Promise<unknown>, seen: Observation | undefined): Promise<boolean> {
  if (seen?.progress() !== "waiting") return false;
  const settled = work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const end = await waitFor(settled, 0, undefined);
  if (typeof end !== "object" || !(end.value instanceof FetchFailure)) return false;
  return seen.progress(end.value.thrown) === "failed";
}

function attemptError(
  call: Call,
  response: ApiResponse | undefined,
  thrown: unknown,
  seen: Observation | undefined,
  redact: Redact,
): InstantlyError {
  const status = response?.status;
  const { kind, notSent, cause } = classifyFetchError(thrown, redact, call.url);
  const progress = seen?.progress(thrown) ?? "unseen";
  const phase = phaseOf(response, progress === "failed" || (progress === "unseen" && notSent));
  if (thrown === bodyTooLarge) {
    return callError(call, "response_too_large", phase, "the response is larger than 32 MiB", { status });
  }
  if (thrown === unusableResponse) {
    const message =
      "fetch returned an unreadable response: it needs a status, headers.get(), and a body as a stream, arrayBuffer() or text()";
    return callError(call, "invalid_response", phase, message, { status });
  }
  const message = `${phase === "not_sent" ? "not connected" : "the connection was lost"} (${cause.message})`;
  return callError(call, kind, phase, message, { status, isTransient: kind === "network", cause });
}
