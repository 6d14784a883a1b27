import type { InstantlyError } from "./instantly-error.ts";

/**
 * Describes an error in one line for a person or an agent: the API's message, then the code, status and outcome, then
 * whether and when to retry the call.
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

/** Replaces line breaks and terminal codes, which a message of the API may contain, with spaces. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}
