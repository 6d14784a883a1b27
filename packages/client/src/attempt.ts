import { bounded } from "./bounded.ts";
import type { Answer, Call, Send } from "./call.ts";
import type { Phase } from "./call-error.ts";
import { abortedError, callError } from "./call-error.ts";
import { isCausedBy } from "./caused-by.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { Observer } from "./observer.ts";
import { platformFailure } from "./platform-failure.ts";
import { bodyTooLarge, headerOf, readBody, unreadable } from "./read-body.ts";
import type { Observation, SendEvidence } from "./send-evidence.ts";
import { statusPhase } from "./status-phase.ts";

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
 * caller's signal hold until the last byte is read, even if the given `fetch` ignores its own signal. Whatever `fetch`
 * throws is foreign: only its platform codes are read, also if it is an error of this package.
 */
export function attempt(options: AttemptOptions): Send {
  return async (call) => {
    const { signal, timeouts, operation } = call;
    if (signal?.aborted) throw abortedError(call, "not_sent");
    const attemptMs = operation.effect === "read" ? timeouts.readAttemptMs : timeouts.writeAttemptMs;
    const limitMs = Math.min(attemptMs, call.deadlineAt - performance.now());
    // With less than a millisecond left, an attempt could only leave it open whether it happened.
    if (limitMs < 1) throw callError(call, "timeout", "not_sent", "no time left to send it", { isTransient: true });
    call.attempts += 1;
    call.answer = undefined;
    options.observe("onRequest", call);
    const exchanged: Exchanged = { answer: undefined };
    const controller = new AbortController();
    let seen: Observation | undefined;
    const start = () => exchange(call, options, controller.signal, exchanged);
    const startObserved = async (begin: SendEvidence): Promise<Work> => {
      try {
        seen = begin({ method: operation.method, url: call.url });
        return await seen.run(start);
      } catch (thrown) {
        return { thrown };
      }
    };
    const work = options.sendEvidence ? startObserved(options.sendEvidence) : start();
    const connectMs = seen ? Math.min(timeouts.connectMs, limitMs) : limitMs;
    let endedMs = connectMs;
    let end = await bounded(work, connectMs, signal);
    // The time for connecting limits only what still waits for its connection.
    if (end === "timeout" && connectMs < limitMs && progressOf(seen) !== "waiting") {
      endedMs = limitMs;
      end = await bounded(work, limitMs - connectMs, signal);
    }
    const { answer } = exchanged;
    call.answer = answer;
    if (typeof end === "object") {
      // What has failed is not aborted: that may reach a stream without an error listener, which ends the process.
      if ("thrown" in end.value) throw attemptError(call, answer, end.value.thrown, seen);
      return judgeAnswer(call, end.value.answer, options.redact);
    }
    controller.abort();
    const phase = phaseOf(answer, await isUnsent(work, seen, controller.signal));
    if (end === "aborted") throw abortedError(call, phase);
    // The status of a refusal says more than that its words never came.
    if (answer && phase !== "applied_unverified") return judgeAnswer(call, answer, options.redact);
    const what = phase === "not_sent" ? "connection" : "complete answer";
    const message = `no ${what} within ${Math.round(endedMs)} ms`;
    throw callError(call, "timeout", phase, message, { status: answer?.status, isTransient: true });
  };
}

/** What became of the work of an attempt. */
type Work = { readonly answer: Answer } | { readonly thrown: unknown };

/** What one attempt brought back; an answer that comes after the attempt was given up must not reach the next. */
interface Exchanged {
  answer: Answer | undefined;
}

async function exchange(call: Call, options: AttemptOptions, signal: AbortSignal, exchanged: Exchanged): Promise<Work> {
  const startedAt = performance.now();
  const { body } = call;
  // Called by itself: a browser's own fetch refuses to be a method of anything else.
  const { fetch } = options;
  try {
    const response = await fetch(call.url, {
      method: call.operation.method,
      headers: body ? { ...options.headers, "content-type": "application/json" } : options.headers,
      redirect: "manual",
      signal,
      ...(body ? { body } : {}),
    });
    exchanged.answer = headOf(response);
    const { status } = exchanged.answer;
    const isSuccess = statusPhase(status) === "applied_unverified";
    const reading = readBody(response, isSuccess, signal);
    // The status of a refusal says enough, whatever became of its words.
    const text = await (isSuccess ? reading : reading.catch(() => ""));
    if (!signal.aborted) {
      exchanged.answer.text = isSuccess ? text : options.redact(text);
      options.observe("onResponse", call, { status, durationMs: performance.now() - startedAt });
    }
    return { answer: exchanged.answer };
  } catch (thrown) {
    return { thrown };
  }
}

/** Reads the head of whatever a `fetch` returned. */
function headOf(response: Partial<Response> | null | undefined): Answer {
  try {
    const status = response?.status;
    if (response && Number.isInteger(status)) {
      return {
        status: status as number,
        contentType: headerOf(response, "content-type") ?? "",
        retryAfter: headerOf(response, "retry-after"),
        text: "",
      };
    }
  } catch {
    // A hostile value, whose properties throw when they are read.
  }
  throw unreadable;
}

/** How far a call got whose attempt came to nothing: anything not proven unsent may have happened. */
function phaseOf(answer: Answer | undefined, isProvenUnsent: boolean): Phase {
  if (answer) return statusPhase(answer.status);
  return isProvenUnsent ? "not_sent" : "unknown";
}

/** How far a request got; evidence that was given may fail, too. */
function progressOf(seen: Observation | undefined): ReturnType<Observation["progress"]> {
  try {
    return seen?.progress() ?? "unseen";
  } catch {
    return "unseen";
  }
}

/** Whether a request was seen failing before it left, and `fetch` threw for this reason and no other. */
function isSeenUnsent(seen: Observation | undefined, thrown: unknown): boolean {
  return progressOf(seen) === "failed" && (!seen?.failure || isCausedBy(thrown, seen.failure()));
}

/** Whether a request that was given up never left, and never will: a `fetch` may ignore its signal, or go on. */
async function isUnsent(work: Promise<Work>, seen: Observation | undefined, signal: AbortSignal): Promise<boolean> {
  if (!/waiting|failed/.test(progressOf(seen))) return false;
  const end = await bounded(work, 0, undefined);
  if (typeof end !== "object" || !("thrown" in end.value)) return false;
  const { thrown } = end.value;
  return isSeenUnsent(seen, thrown) || (progressOf(seen) === "waiting" && isCausedBy(thrown, signal.reason));
}

function attemptError(
  call: Call,
  answer: Answer | undefined,
  thrown: unknown,
  seen: Observation | undefined,
): InstantlyError {
  const status = answer?.status;
  const { kind, notSent, cause } = platformFailure(thrown, call.url);
  const isCodeTelling = notSent && /unseen|failed/.test(progressOf(seen));
  const phase = phaseOf(answer, isCodeTelling || isSeenUnsent(seen, thrown));
  if (thrown === bodyTooLarge) {
    return callError(call, "response_too_large", phase, "the answer is larger than 32 MiB", { status });
  }
  if (thrown === unreadable) {
    const message = "the given fetch returned no status, or a body without a stream, arrayBuffer() or text()";
    return callError(call, "invalid_response", phase, message, { status });
  }
  const message = `${phase === "not_sent" ? "not connected" : "the connection broke off"} (${cause.message})`;
  return callError(call, kind, phase, message, { status, isTransient: kind === "network", cause });
}
