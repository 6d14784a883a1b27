import { bounded } from "./bounded.ts";
import type { Answer, Call, Send } from "./call.ts";
import type { Phase } from "./call-error.ts";
import { abortedError, callError } from "./call-error.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { isInstantlyError } from "./instantly-error.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { Observer } from "./observer.ts";
import { platformFailure } from "./platform-failure.ts";
import { bodyTooLarge, readBody } from "./read-body.ts";
import type { Observation, SendEvidence } from "./send-evidence.ts";

/** What an attempt needs of the client's options. */
export interface AttemptOptions {
  readonly fetch: typeof fetch;
  readonly headers: Readonly<Record<string, string>>;
  /** Removes the key from a text of the server that may end up in an error. */
  readonly redact: (text: string) => string;
  readonly sendEvidence: SendEvidence | undefined;
  readonly observe: Observer;
}

/**
 * Makes one attempt: sends the request, reads the answer to its end and judges it. The attempt's time limit and the
 * caller's signal hold until the last byte is read, even if the given `fetch` ignores its own signal.
 */
export function attempt(options: AttemptOptions): Send {
  return async (call) => {
    const { signal, timeouts, operation } = call;
    if (signal?.aborted) throw abortedError(call, "not_sent");
    const attemptMs = operation.effect === "read" ? timeouts.readAttemptMs : timeouts.writeAttemptMs;
    const limitMs = Math.min(attemptMs, call.deadlineAt - performance.now());
    if (limitMs <= 0) throw callError(call, "timeout", "not_sent", "no time left to send it", { isTransient: true });
    call.attempts += 1;
    call.answer = undefined;
    options.observe("onRequest", call);
    const seen = options.sendEvidence?.(timeouts.connectMs);
    const exchanged: Exchanged = { answer: undefined };
    const controller = new AbortController();
    try {
      const start = () => exchange(call, options, controller.signal, exchanged);
      const end = await bounded(seen ? seen.run(start) : start(), limitMs, signal);
      if (typeof end === "object") return end.value;
      const phase = phaseOf(exchanged, seen);
      if (end === "aborted") throw abortedError(call, phase);
      const status = exchanged.answer?.status;
      const message = `no complete answer within ${Math.round(limitMs)} ms`;
      throw callError(call, "timeout", phase, message, { status, isTransient: true });
    } catch (thrown) {
      controller.abort();
      throw isInstantlyError(thrown) ? thrown : attemptError(call, exchanged, thrown, phaseOf(exchanged, seen));
    } finally {
      call.answer = exchanged.answer;
    }
  };
}

/** What one attempt brought back; an answer that comes after the attempt was given up must not reach the next. */
interface Exchanged {
  answer: Answer | undefined;
}

async function exchange(
  call: Call,
  options: AttemptOptions,
  signal: AbortSignal,
  exchanged: Exchanged,
): Promise<unknown> {
  const startedAt = performance.now();
  const { body } = call;
  const response = await options.fetch(call.url, {
    method: call.operation.method,
    headers: body ? { ...options.headers, "content-type": "application/json" } : options.headers,
    redirect: "manual",
    signal,
    ...(body ? { body } : {}),
  });
  const { status, headers, ok } = response;
  const answer: Answer = {
    status,
    contentType: headers.get("content-type") ?? "",
    retryAfter: headers.get("retry-after"),
    text: "",
  };
  exchanged.answer = answer;
  const text = await readBody(response);
  if (signal.aborted) return undefined;
  answer.text = ok ? text : options.redact(text);
  options.observe("onResponse", call, { status, durationMs: performance.now() - startedAt });
  return judgeAnswer(call, answer, options.redact);
}

/** How far the request got, as far as that can be proven: anything not proven unsent may have happened. */
function phaseOf({ answer }: Exchanged, seen: Observation | undefined): Phase {
  if (answer) return answer.status >= 200 && answer.status < 300 ? "applied_unverified" : "unknown";
  return seen?.provenNotSent() ? "not_sent" : "unknown";
}

function attemptError(call: Call, { answer }: Exchanged, thrown: unknown, phase: Phase): InstantlyError {
  const status = answer?.status;
  if (thrown === bodyTooLarge) {
    return callError(call, "response_too_large", phase, "the answer is larger than 32 MiB", { status });
  }
  const { kind, notSent, cause } = platformFailure(thrown);
  const proven = notSent && !answer ? "not_sent" : phase;
  const message = `${proven === "not_sent" ? "not connected" : "the connection broke off"} (${cause.message})`;
  return callError(call, kind, proven, message, { status, isTransient: kind === "network", cause });
}
