import type { Answer, Call } from "./call.ts";
import { callError, outcomeAfterSending } from "./call-error.ts";
import type { InstantlyError, InstantlyErrorCode } from "./instantly-error.ts";
import { retryAfterMs } from "./retry-after.ts";
import { isTruncatedJson } from "./truncated-json.ts";

const CODE_BY_STATUS: Readonly<Record<number, InstantlyErrorCode>> = {
  401: "unauthorized",
  402: "payment_required",
  403: "forbidden",
  404: "not_found",
  408: "timeout",
  409: "conflict",
  429: "rate_limited",
};

/**
 * Decides whether an answer is a success and returns its parsed body.
 *
 * @throws InstantlyError for every other answer: refusals, redirects, bodies that are not what was promised.
 */
export function judgeAnswer(call: Call, answer: Answer, redact: (text: string) => string): Record<string, unknown> {
  const { status } = answer;
  if (status >= 200 && status < 300) return successBody(call, answer, redact);
  if (status < 400) {
    throw callError(call, `answered with a redirect (HTTP ${status}), which is never followed`, {
      code: "unexpected_redirect",
      status,
      outcome: outcomeAfterSending(call),
    });
  }
  throw refusal(call, answer);
}

function refusal(call: Call, answer: Answer): InstantlyError {
  const { status } = answer;
  const isRefusal = status < 500 && status !== 408;
  const isRead = call.operation.effect === "read";
  const fromEdge = isHtml(answer) || (status === 403 && parsed(answer.text) === undefined);
  const code = CODE_BY_STATUS[status] ?? (isRefusal ? "bad_request" : "server_error");
  const apiMessage = apiMessageOf(parsed(answer.text));
  const said = apiMessage ?? (fromEdge ? "the edge in front of the API answered with a page" : "no message");
  return callError(call, `${said} (HTTP ${status})`, {
    code: fromEdge && status !== 429 && isRefusal ? "edge_error" : code,
    status,
    apiMessage,
    outcome: isRefusal ? "rejected" : outcomeAfterSending(call),
    retryable: status === 429 || (isRead && !isRefusal),
    retryAfterMs: retryAfterMs(answer.retryAfter, Date.now()),
  });
}

function successBody(call: Call, answer: Answer, redact: (text: string) => string): Record<string, unknown> {
  const { status, text } = answer;
  const isRead = call.operation.effect === "read";
  const unusable = (message: string, fields: { retryable?: boolean; unknown?: boolean; apiMessage?: string } = {}) =>
    callError(call, `HTTP ${status}, but ${message}`, {
      code: "invalid_response",
      status,
      apiMessage: fields.apiMessage,
      outcome: isRead ? "none" : fields.unknown ? "unknown" : "applied_unverified",
      retryable: isRead && fields.retryable === true,
    });

  const body = parsed(text);
  if (body === undefined) {
    if (text === "") throw unusable("the body is empty");
    if (isHtml(answer)) throw unusable("the body is a page, not JSON", { unknown: true });
    if (isTruncatedJson(text)) throw unusable("the body breaks off", { retryable: true });
    throw unusable("the body is not JSON");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw unusable("the body is not a JSON object");
  const record = body as Record<string, unknown>;
  if (typeof record["error"] === "string") {
    const apiMessage = redact(apiMessageOf(record) ?? "");
    throw unusable(`it carries an error: ${apiMessage}`, { unknown: true, apiMessage });
  }
  if (call.operation.cursorIn !== undefined && !Array.isArray(record["items"])) throw unusable("it has no items array");
  if (call.operation.id === "getLead" && typeof record["id"] !== "string") throw unusable("it has no id");
  return record;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The API's own words: `message`, else `error`, at most 500 characters. */
function apiMessageOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { message, error } = body as Record<string, unknown>;
  const text = typeof message === "string" && message !== "" ? message : error;
  return typeof text === "string" && text !== "" ? text.slice(0, 500) : undefined;
}

function isHtml({ contentType, text }: Answer): boolean {
  return /\bhtml\b/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text.slice(0, 64));
}
