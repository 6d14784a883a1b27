import type { ApiResponse, Call, CallHandler } from "../call/call.ts";
import type { Phase } from "../call/call-error.ts";
import { abortedError, callError, statusPhase } from "../call/call-error.ts";
import type { Observer } from "../call/observer.ts";
import { quietly } from "../call/observer.ts";
import { settleSlot } from "../call/slot.ts";
import { waitFor } from "../call/wait-for.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import type { Redact } from "../redaction/redact.ts";
import { classifyFetchError } from "../response/fetch-error.ts";
import { parseResponse } from "../response/parse-response.ts";
import { bodyTooLarge, readBody, unusableResponse } from "../response/read-body.ts";
import type { ServerDates } from "../response/server-date.ts";
import type { FreshFetch } from "./request-cache.ts";
import { freshFetch } from "./request-cache.ts";
import type { Observation, SendEvidence } from "./send-evidence.ts";

/** What an attempt needs of the client's options. */
export interface AttemptOptions {
  readonly fetch: typeof fetch;
  /** Whether `fetch` was given, so that nobody knows when it sends. */
  readonly isFetchGiven: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Removes the key from what the server says. */
  readonly redact: Redact;
  readonly sendEvidence: SendEvidence | undefined;
  readonly observe: Observer;
  /** Told the date of every response. */
  readonly dates: ServerDates;
}

/**
 * Makes one attempt: sends the request, reads the answer to its end and judges it. The attempt's time limit and the
 * caller's signal hold until the last byte is read, even if the given `fetch` ignores its own signal.
 */
export function attempt(options: AttemptOptions): CallHandler {
  const fetch = freshFetch(options.fetch);
  return async (call) => {
    const { signal, timeouts, operation, slot } = call;
    if (signal?.aborted) throw abortedError(call, "not_sent");
    const attemptMs = operation.effect === "read" ? timeouts.readAttemptMs : timeouts.writeAttemptMs;
    const limitMs = Math.min(attemptMs, call.deadlineAt - performance.now());
    if (limitMs <= 0) throw callError(call, "timeout", "not_sent", "no time left to send it", { isTransient: true });
    call.attempts += 1;
    call.response = undefined;
    options.observe("onRequest", call);
    if (slot?.expiresAt !== undefined && performance.now() >= slot.expiresAt) {
      throw callError(call, "timeout", "not_sent", "held up until its slot was lost", { isTransient: true });
    }
    const exchanged: Exchanged = { answer: undefined };
    const controller = new AbortController();
    const seen = observed(options.sendEvidence, call, controller.signal);
    try {
      const start = () => exchange(call, options, fetch, controller.signal, exchanged);
      const work = seen ? seen.run(start) : start();
      const connectMs = seen ? Math.min(timeouts.connectMs, limitMs) : limitMs;
      let endedMs = connectMs;
      let end = await waitFor(work, connectMs, signal);
      // The time for connecting limits only what still waits for its connection.
      if (end === "timeout" && connectMs < limitMs && seen?.progress() !== "waiting") {
        endedMs = limitMs;
        end = await waitFor(work, limitMs - connectMs, signal);
      }
      if (typeof end === "object") return end.value;
      controller.abort();
      const { answer } = exchanged;
      const phase = phaseOf(answer, await isUnsent(work, seen));
      if (end === "aborted") throw abortedError(call, phase);
      // The status of a refusal says more than that its words never came.
      if (answer && phase !== "applied_unverified") return parseResponse(call, answer, options.redact);
      const what = phase === "not_sent" ? "connection" : "complete answer";
      const message = `no ${what} within ${Math.round(endedMs)} ms`;
      throw callError(call, "timeout", phase, message, { status: answer?.status, isTransient: true });
    } catch (thrown) {
      // Nothing is aborted here: a fetch that has rejected may leave a stream behind to which nobody listens, and whose
      // error would end the process.
      throw thrown instanceof FetchFailure
        ? attemptError(call, exchanged.answer, thrown.thrown, seen, options.redact)
        : thrown;
    } finally {
      settleSlot(slot, true);
      call.response = exchanged.answer;
    }
  };
}

/** Begins to observe an attempt. Evidence of the caller's own may fail: it must neither break a call nor prove anything then. */
function observed(sendEvidence: SendEvidence | undefined, call: Call, signal: AbortSignal): Observation | undefined {
  let seen: Observation;
  try {
    if (!sendEvidence) return undefined;
    seen = sendEvidence({ method: call.operation.method, url: call.url, signal });
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

/** Whatever `fetch`, or the response that it returned, has thrown: none of it is an error of this client. */
class FetchFailure {
  readonly thrown: unknown;

  constructor(thrown: unknown) {
    this.thrown = thrown;
  }
}

/** What one attempt brought back; an answer that comes after the attempt was given up must not reach the next. */
interface Exchanged {
  answer: ApiResponse | undefined;
}

async function exchange(
  call: Call,
  options: AttemptOptions,
  fetch: FreshFetch,
  signal: AbortSignal,
  exchanged: Exchanged,
): Promise<unknown> {
  const startedAt = performance.now();
  // Its own: when the response comes too late, the call may have the slot of its next attempt.
  const { body, slot } = call;
  try {
    const sending = fetch(call, {
      method: call.operation.method,
      headers: body ? { ...options.headers, "content-type": "application/json" } : options.headers,
      redirect: "manual",
      signal,
      ...(body ? { body } : {}),
    });
    // The platform's fetch sends at once; when another one does, nobody sees, but it has when it comes back.
    if (!options.isFetchGiven) settleSlot(slot, true);
    const response = await sending;
    settleSlot(slot, true);
    exchanged.answer = headOf(response, options.dates);
    exchanged.answer.text = await readBody(response, isSuccess(exchanged.answer), signal);
  } catch (thrown) {
    const { answer } = exchanged;
    // The status of a refusal says enough, whatever became of its words.
    if (!answer || isSuccess(answer)) throw new FetchFailure(thrown);
  }
  const { answer } = exchanged;
  if (signal.aborted || !answer) return undefined;
  options.observe("onResponse", call, { status: answer.status, durationMs: performance.now() - startedAt });
  return parseResponse(call, answer, options.redact);
}

function isSuccess({ status }: ApiResponse): boolean {
  return status >= 200 && status < 300;
}

function headOf(response: Partial<Response> | null | undefined, dates: ServerDates): ApiResponse {
  try {
    const { status, headers } = response ?? {};
    if (typeof status === "number" && headers) {
      dates.keep(headers.get("date"));
      const header = (name: string) => {
        let value: unknown;
        quietly(() => {
          value = headers.get(name);
        });
        return typeof value === "string" ? value : "";
      };
      return { status, header, text: "" };
    }
  } catch {
    // Its properties throw when they are read, or its headers are none.
  }
  throw unusableResponse;
}

/** How far a call got whose attempt came to nothing: anything not proven unsent may have happened. */
function phaseOf(answer: ApiResponse | undefined, isProvenUnsent: boolean): Phase {
  if (answer) return statusPhase(answer.status);
  return isProvenUnsent ? "not_sent" : "unknown";
}

/** Whether a request that was given up never left, and never will: a `fetch` may ignore its signal, or send elsewhere. */
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
  answer: ApiResponse | undefined,
  thrown: unknown,
  seen: Observation | undefined,
  redact: Redact,
): InstantlyError {
  const status = answer?.status;
  const { kind, notSent, cause } = classifyFetchError(thrown, redact, call.url);
  const progress = seen?.progress(thrown) ?? "unseen";
  const phase = phaseOf(answer, progress === "failed" || (progress === "unseen" && notSent));
  if (thrown === bodyTooLarge) {
    return callError(call, "response_too_large", phase, "the answer is larger than 32 MiB", { status });
  }
  if (thrown === unusableResponse) {
    const message =
      "the given fetch returned no response that can be read: a status, headers.get(), and a body as a stream, arrayBuffer() or text()";
    return callError(call, "invalid_response", phase, message, { status });
  }
  const message = `${phase === "not_sent" ? "not connected" : "the connection broke off"} (${cause.message})`;
  return callError(call, kind, phase, message, { status, isTransient: kind === "network", cause });
}
