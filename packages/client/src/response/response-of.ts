import type { ApiResponse } from "../call/call.ts";

/** The response of the API behind a result or an error. */
export interface ResponseInfo {
  readonly status: number;
  /** The headers, with names in lower case, without cookies and without the key. */
  readonly headers: Readonly<Record<string, string>>;
}

// Not stored in results and errors, because those are printed and compared.
const responses = new WeakMap<object, Pick<ApiResponse, "status" | "headers">>();

/**
 * Returns the status and the headers of the response that a result or an error of this client came from; undefined for
 * anything else, and for an error without a response. An item of a list or of an iteration has none: its page has.
 */
export function responseOf(result: unknown): ResponseInfo | undefined {
  const response = responses.get(result as object);
  return response && { status: response.status, headers: response.headers() };
}

/** Remembers the response of a call for its result or its error, and returns that. */
export function keepResponse<Value>(
  value: Value,
  response: Pick<ApiResponse, "status" | "headers"> | undefined,
): Value {
  if (response && typeof value === "object" && value !== null) {
    // Not the response itself: it has the text of the body, which would live as long as the value.
    const { status, headers } = response;
    responses.set(value, { status, headers });
  }
  return value;
}

/** Gives a page or an error the response of the value that it was made of. */
export function withResponseOf<Result extends object>(source: unknown, result: Result): Result {
  return keepResponse(result, responses.get(source as object));
}
