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
import type { FreshFetch } from "./request-cache.ts";
import { freshFetch } from "./request-cache.ts";
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
 * caller's signal hold until the last byte is read, even if the given `fetch` ignores its own signal.
 */
export function attempt(options: AttemptOptions): Send {
  const fetch = freshFetch(options.fetch);
  return async (call) => {
    const { signal, timeouts, operation } = call;
    if (signal?.aborted) throw abortedError(call, "not_sent");
    const attemptMs = operation.effect === "read" ? timeouts.readAttemptMs : timeouts.writeAttemptMs;
    const limitMs = Math.min(attemptMs, call.deadlineAt - performance.now());
    if (limitMs <= 0) throw callError(call, "timeout", "not_sent", "no time left to send it", { isTransient: true });
    call.attempts += 1;
    call.answer = undefined;
    options.observe("onRequest", call);
    const seen = options.sendEvidence?.();
    const exchanged: Exchanged = { answer: undefined };
    const controller = new AbortController();
    try {
      const start = () => exchange(call, options, fetch, controller.signal, exchanged);
      const work = seen ? seen.run(start) : start();
      const connectMs = seen ? Math.min(timeouts.connectMs, limitMs) : limitMs;
      let endedMs = connectMs;
      let end = await bounded(work, connectMs, signal);
      // The time for connecting limits only what still waits for its connection.
      if (end === "timeout" && connectMs < limitMs && seen?.progress() !== "waiting") {
        endedMs = limitMs;
        end = await bounded(work, limitMs - connectMs, signal);
      }
      if (typeof end === "object") return end.value;
      controller.abort();
      const { answer } = exchanged;
      const phase = phaseOf(answer, await isUnsent(work, seen));
      if (end === "aborted") throw abortedError(call, phase);
      // The status of a refusal says more than that its words never came.
      if (answer && phase !== "applied_unverified") return judgeAnswer(call, answer, options.redact);
      const what = phase === "not_sent" ? "connection" : "complete answer";
      const message = `no ${what} within ${Math.round(endedMs)} ms`;
      throw callError(call, "timeout", phase, message, { status: answer?.status, isTransient: true });
    } catch (thrown) {
      controller.abort();
      throw isInstantlyError(thrown) ? thrown : attemptError(call, exchanged.answer, thrown, seen);
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
  fetch: FreshFetch,
  signal: AbortSignal,
  exchanged: Exchanged,
): Promise<unknown> {
  const startedAt = performance.now();
  const { body } = call;
  const response = await fetch(call, {
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
  const text = await readBody(response).catch((thrown: unknown) => {
    if (ok) throw thrown;
    // The status of a refusal says enough, whatever became of its words.
    return "";
  });
  if (signal.aborted) return undefined;
  answer.text = ok ? text : options.redact(text);
  options.observe("onResponse", call, { status, durationMs: performance.now() - startedAt });
  return judgeAnswer(call, answer, options.redact);
}

/** How far a call got whose attempt came to nothing: anything not proven unsent may have happened. */
function phaseOf(answer: Answer | undefined, isProvenUnsent: boolean): Phase {
  if (answer) return statusPhase(answer.status);
  return isProvenUnsent ? "not_sent" : "unknown";
}

/** Whether a request that was given up never left, and never will: a `fetch` may ignore its signal. */
async function isUnsent(work: Promise<unknown>, seen: Observation | undefined): Promise<boolean> {
  if (seen?.progress() !== "waiting") return seen?.progress() === "failed";
  const end = await bounded(
    work.catch(() => undefined),
    0,
    undefined,
  );
  return typeof end === "object" && seen.progress() !== "left";
}

function attemptError(
  call: Call,
  answer: Answer | undefined,
  thrown: unknown,
  seen: Observation | undefined,
): InstantlyError {
  const status = answer?.status;
  const { kind, notSent, cause } = platformFailure(thrown);
  const progress = seen?.progress() ?? "unseen";
  const phase = phaseOf(answer, progress === "failed" || (progress === "unseen" && notSent));
  if (thrown === bodyTooLarge) {
    return callError(call, "response_too_large", phase, "the answer is larger than 32 MiB", { status });
  }
  const message = `${phase === "not_sent" ? "not connected" : "the connection broke off"} (${cause.message})`;
  return callError(call, kind, phase, message, { status, isTransient: kind === "network", cause });
}
