import type { InstantlyError } from "./instantly-error.ts";

/**
 * Describes a failure in one line that a person or an agent can plan from: the API's own message first, then code,
 * status and outcome, then whether and when to repeat the call.
 */
export function errorText(error: InstantlyError): string {
  const facts = [
    error.code,
    ...(error.status === undefined ? [] : [`HTTP ${error.status}`]),
    `outcome: ${error.outcome}`,
  ];
  return `${onOneLine(error.apiMessage ?? error.message)} (${facts.join(", ")}; ${advice(error)})`;
}

function advice({ retryable, retryAfterMs, verifyWith }: InstantlyError): string {
  if (verifyWith) return `do not retry, it may have happened: check with ${verifyWith}`;
  if (!retryable) return "do not retry";
  return retryAfterMs === undefined ? "may be retried" : `retry after ${retryAfterMs} ms`;
}

/** The API may write anything into a message: line breaks and terminal codes become spaces. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}
