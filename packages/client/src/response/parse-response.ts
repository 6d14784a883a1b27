import type { ApiResponse, Call } from "../call/call.ts";
import type { Phase } from "../call/call-error.ts";
import { callError, statusPhase, UNSUPPORTED } from "../call/call-error.ts";
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
 * Returns the parsed body of a successful response, without the key if the server quotes it.
 *
 * @throws InstantlyError for any other response: an error status, a redirect, or a body that does not match the schema.
 */
export function parseResponse(call: Call, response: ApiResponse, redact: Redact): unknown {
  const { status, text } = response;
  const isBounded = isParsable(text);
  // Parsed before redaction, because JSON can encode a key in many ways.
  const body = isBounded ? redact(parsed(text), status < 400 ? text : undefined) : undefined;
  response.body = body;
  const record =
    typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : undefined;
  // The API's message: `message` or else `error`, unless it is blank.
  const ownMessage = [record?.["message"], record?.["error"]].find(
    (words) => typeof words === "string" && /[^\s\p{C}]/u.test(words),
  );
  const apiMessage = ownMessage ? redact((ownMessage as string).trim()).slice(0, 500) : undefined;
  if (response.isOfRedirect) {
    const message = `fetch followed a redirect, so HTTP ${status} may be the response to another request`;
    throw callError(call, "unexpected_redirect", "unknown", message, { status });
  }
  if (status >= 400) throw errorOf(call, response, body, apiMessage);

  const unusable = (what: string, phase: Phase, isTransient = false) =>
    callError(call, "invalid_response", phase, `HTTP ${status}, but ${what}`, { status, apiMessage, isTransient });
  if (statusPhase(status) !== "applied_unverified") {
    throw callError(call, "unexpected_redirect", "unknown", `HTTP ${status}, and redirects are never followed`, {
      status,
    });
  }
  // The schema of other routes is not known, so any JSON is a success of theirs, and so is an empty body.
  const isKnown = call.operation.id !== "request";
  if (isKnown && typeof record?.["error"] === "string")
    throw unusable(`it says: ${apiMessage ?? "an error without a message"}`, "unknown");
  if (body === undefined && isPage(response)) throw unusable("the body is an HTML page", "unknown");
  if (!isBounded) throw unusable("the body is nested too deeply or has too many values", "applied_unverified");
  if (body === undefined && isTruncatedJson(text)) throw unusable("the body is truncated", "applied_unverified", true);
  const { requires } = call.operation;
  const isComplete =
    record && (!requires || (requires === "items" ? Array.isArray(record["items"]) : requires in record));
  if (!isKnown && (body !== undefined || text === "")) return body;
  if (!isKnown) throw unusable("the body is not JSON", "applied_unverified");
  if (!isComplete)
    throw unusable(text ? "the body does not match the API's schema" : "the body is empty", "applied_unverified");
  return record;
}

function errorOf(call: Call, response: ApiResponse, body: unknown, apiMessage: string | undefined): InstantlyError {
  const { status } = response;
  const phase = statusPhase(status);
  const isRejected = phase === "rejected";
  const isNotJson = body === undefined && !response.header("content-type").includes("json");
  const fromEdge = isRejected && status !== 429 && (isPage(response) || (status === 403 && isNotJson));
  const askedMs = retryAfterMs(response.header("retry-after"), Date.now(), response.header("date"));
  const code = fromEdge ? "edge_error" : (CODES[status] ?? (isRejected ? "bad_request" : "server_error"));
  return callError(call, code, phase, `${apiMessage ?? "rejected"} (HTTP ${status})`, {
    status,
    apiMessage,
    isTransient: status === 429 || !(isRejected || UNSUPPORTED.includes(status)),
    // Limited to the longest delay of timers: with a longer one they fire at once.
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
