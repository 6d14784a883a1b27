import type { ApiResponse, Call } from "../call/call.ts";
import type { Phase } from "../call/call-error.ts";
import { callError, statusPhase } from "../call/call-error.ts";
import type { InstantlyError, InstantlyErrorCode } from "../errors/instantly-error.ts";
import { LONGEST_MS } from "../options/with-defaults.ts";
import type { Redact } from "../redaction/redact.ts";
import { isParsable, isTruncatedJson } from "./json-nesting.ts";
import { retryAfterMs } from "./retry-after.ts";

const CODES: Readonly<Record<number, InstantlyErrorCode>> = {
  401: "unauthorized",
  402: "payment_required",
  403: "forbidden",
  404: "not_found",
  408: "timeout",
  409: "conflict",
  429: "rate_limited",
};

/**
 * Decides whether an answer is a success and returns its parsed body, without the key wherever the server quotes it.
 *
 * @throws InstantlyError for every other answer: refusals, redirects, bodies that are not what was promised.
 */
export function parseResponse(call: Call, answer: ApiResponse, redact: Redact): Record<string, unknown> {
  const { status, text } = answer;
  const isBounded = isParsable(text);
  // Parsed first: JSON can write a key in many ways, which all become one.
  const body = isBounded ? redact(parsed(text), status < 400 ? text : undefined) : undefined;
  answer.body = body;
  const record =
    typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : undefined;
  // The API's own words: `message`, else `error`, unless they are blank.
  const said = [record?.["message"], record?.["error"]].find(
    (words) => typeof words === "string" && /[^\s\p{C}]/u.test(words),
  );
  const apiMessage = said ? redact((said as string).trim()).slice(0, 500) : undefined;
  if (status >= 400) throw refusal(call, answer, body, apiMessage);

  const unusable = (what: string, phase: Phase, isTransient = false) =>
    callError(call, "invalid_response", phase, `HTTP ${status}, but ${what}`, { status, apiMessage, isTransient });
  if (statusPhase(status) !== "applied_unverified") {
    throw callError(call, "unexpected_redirect", "unknown", `HTTP ${status}, and redirects are never followed`, {
      status,
    });
  }
  if (typeof record?.["error"] === "string")
    throw unusable(`it says: ${apiMessage ?? "an error without words"}`, "unknown");
  if (body === undefined && isPage(answer)) throw unusable("the body is a page", "unknown");
  if (!isBounded) throw unusable("the body has more levels or values than can be read", "applied_unverified");
  if (body === undefined && isTruncatedJson(text)) throw unusable("the body breaks off", "applied_unverified", true);
  const { requires } = call.operation;
  const isComplete =
    record && (!requires || (requires === "items" ? Array.isArray(record["items"]) : requires in record));
  if (!isComplete)
    throw unusable(text ? "the body is not what the API promises" : "the body is empty", "applied_unverified");
  return record;
}

function refusal(call: Call, answer: ApiResponse, body: unknown, apiMessage: string | undefined): InstantlyError {
  const { status } = answer;
  const phase = statusPhase(status);
  const isRefusal = phase === "rejected";
  const isNoJson = body === undefined && !answer.header("content-type").includes("json");
  const fromEdge = isRefusal && status !== 429 && (isPage(answer) || (status === 403 && isNoJson));
  const askedMs = retryAfterMs(answer.header("retry-after"), Date.now(), answer.header("date"));
  const code = fromEdge ? "edge_error" : (CODES[status] ?? (isRefusal ? "bad_request" : "server_error"));
  return callError(call, code, phase, `${apiMessage ?? "refused"} (HTTP ${status})`, {
    status,
    apiMessage,
    isTransient: status === 429 || !isRefusal,
    // No more than timers can hold: with a longer wait they fire at once.
    retryAfterMs: askedMs && Math.min(askedMs, LONGEST_MS),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPage({ header, text }: ApiResponse): boolean {
  return header("content-type").includes("html") || /^\s*<(!doctype|html)/i.test(text.slice(0, 64));
}
