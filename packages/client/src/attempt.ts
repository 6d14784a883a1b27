import type { Answer, Call, Send } from "./call.ts";
import { callError, outcomeAfterSending } from "./call-error.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { isInstantlyError } from "./instantly-error.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { platformFailure } from "./platform-failure.ts";
import { BodyTooLarge, readBody } from "./read-body.ts";
import type { Observation, SendEvidence } from "./send-evidence.ts";

/** What an attempt needs of the client's options. */
export interface AttemptOptions {
  readonly fetch: typeof fetch;
  readonly headers: Readonly<Record<string, string>>;
  /** Removes the key from a text of the server that may end up in an error. */
  readonly redact: (text: string) => string;
  readonly sendEvidence: SendEvidence | undefined;
  readonly onAttempt: (call: Call) => void;
  readonly onAnswer: (call: Call, status: number, durationMs: number) => void;
}

/**
 * Makes one attempt: sends the request, reads the answer to its end and judges it. The attempt's time limit and the
 * caller's signal hold until the last byte is read, even if the given `fetch` ignores its own signal.
 */
export function attempt(options: AttemptOptions): Send {
  return (call) =>
    new Promise((resolve, reject) => {
      const { signal } = call;
      if (signal?.aborted) {
        reject(abortedError(call, undefined));
        return;
      }
      call.attempts += 1;
      call.answer = undefined;
      options.onAttempt(call);
      const startedAt = performance.now();
      const controller = new AbortController();
      const observation = options.sendEvidence?.();
      const timers = startTimers(call, startedAt, observation, (error) => end(error));
      const onAbort = () => end(abortedError(call, observation));
      signal?.addEventListener("abort", onAbort, { once: true });

      const settle = () => {
        for (const timer of timers) clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
      const end = (error: InstantlyError) => {
        settle();
        reject(error);
        controller.abort();
      };

      const exchangeOnce = () => exchange(call, options, controller.signal, startedAt);
      (observation ? observation.run(exchangeOnce) : exchangeOnce()).then(
        (data) => {
          settle();
          resolve(data);
        },
        (thrown: unknown) => {
          settle();
          reject(attemptError(call, thrown, observation));
        },
      );
    });
}

async function exchange(call: Call, options: AttemptOptions, signal: AbortSignal, startedAt: number): Promise<unknown> {
  const { body } = call;
  const response = await options.fetch(call.url, {
    method: call.operation.method,
    headers: body === undefined ? options.headers : { ...options.headers, "content-type": "application/json" },
    redirect: "manual",
    signal,
    ...(body === undefined ? {} : { body }),
  });
  call.answer = answerOf(response, "");
  const text = await readBody(response);
  const answer = answerOf(response, response.ok ? text : options.redact(text));
  call.answer = answer;
  options.onAnswer(call, answer.status, performance.now() - startedAt);
  return judgeAnswer(call, answer, options.redact);
}

function answerOf(response: Response, text: string): Answer {
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    retryAfter: response.headers.get("retry-after") ?? undefined,
    text,
  };
}

function startTimers(
  call: Call,
  startedAt: number,
  observation: Observation | undefined,
  end: (error: InstantlyError) => void,
): readonly ReturnType<typeof setTimeout>[] {
  const { connectMs, readAttemptMs, writeAttemptMs } = call.timeouts;
  const attemptMs = call.operation.effect === "read" ? readAttemptMs : writeAttemptMs;
  const limitMs = Math.max(0, Math.min(attemptMs, call.deadlineAt - startedAt));
  const timers = [setTimeout(() => end(timeoutError(call, limitMs, observation)), limitMs)];
  if (observation && connectMs < limitMs) {
    const endUnsent = () => observation.provenNotSent() && end(timeoutError(call, connectMs, observation));
    timers.push(setTimeout(endUnsent, connectMs));
  }
  return timers;
}

function attemptError(call: Call, thrown: unknown, observation: Observation | undefined): InstantlyError {
  if (isInstantlyError(thrown)) return thrown;
  const isRead = call.operation.effect === "read";
  const head = call.answer;
  const outcome = isRead ? "none" : head && isSuccess(head.status) ? "applied_unverified" : outcomeAfterSending(call);
  if (thrown instanceof BodyTooLarge) {
    const message = "the answer is larger than 32 MiB and was not read";
    return callError(call, message, { code: "response_too_large", status: head?.status, outcome });
  }
  const { kind, notSent, cause } = platformFailure(thrown);
  if (kind === "malformed_answer") {
    return callError(call, "the answer is not valid HTTP", { code: "invalid_response", outcome, cause });
  }
  if (head === undefined && (notSent || observation?.provenNotSent())) {
    const message = kind === "tls" ? "the connection could not be secured" : "the API could not be reached";
    const code = kind === "tls" ? "tls" : "network";
    return callError(call, `${message} (${cause.message})`, {
      code,
      outcome: "not_sent",
      retryable: kind !== "tls",
      cause,
    });
  }
  const message = head ? "the answer broke off" : "the connection broke off after the request may have been sent";
  return callError(call, `${message} (${cause.message})`, {
    code: "network",
    status: head?.status,
    outcome,
    retryable: isRead,
    cause,
  });
}

function timeoutError(call: Call, limitMs: number, observation: Observation | undefined): InstantlyError {
  const isRead = call.operation.effect === "read";
  const within = `within ${Math.round(limitMs)} ms`;
  if (observation?.provenNotSent()) {
    return callError(call, `no connection ${within}`, { code: "timeout", outcome: "not_sent", retryable: true });
  }
  const head = call.answer;
  return callError(call, `no complete answer ${within}`, {
    code: "timeout",
    status: head?.status,
    outcome: !isRead && head && isSuccess(head.status) ? "applied_unverified" : outcomeAfterSending(call),
    retryable: isRead,
  });
}

function abortedError(call: Call, observation: Observation | undefined): InstantlyError {
  const unsent = call.attempts === 0 || observation?.provenNotSent() === true;
  return callError(call, "aborted by the caller", {
    code: "aborted",
    outcome: unsent ? "not_sent" : outcomeAfterSending(call),
  });
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
