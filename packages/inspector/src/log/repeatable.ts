import type { LoggedRequestDetail } from "@modulex-instantly/sandbox";

/** What is needed to repeat a request. */
export interface RepeatableRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>> | null;
  readonly body: Readonly<Record<string, unknown>> | null;
  /** The value of `x-as-workspace`. */
  readonly workspace: string | undefined;
  /** What is different from the request that was logged, each on one line. */
  readonly notes: readonly string[];
}

/** A longer string is cut off in the log, unless the whole request is kept. */
const LONGEST_STRING = 303;
/** A longer path of an unknown route, or a longer id, is cut off. */
const LONGEST_PART = 80;

/** What a request sent, as far as the log has it, with notes about what is missing. */
export function repeatable(request: LoggedRequestDetail): RepeatableRequest {
  const { number, operation, method, path, key, sent, ignored = [], fault } = request;
  const { query, body } = sent ?? request;
  const isCut = path.split("/").some((part) => decoded(part).length >= LONGEST_PART) || path.length >= LONGEST_PART;
  const notes = [
    `Request ${number}${operation === null ? "" : `, ${operation}`}, with ${keyText(key)}.`,
    fault !== undefined && `It met the planned fault ${fault}, which is not part of this.`,
    sent === null &&
      operation !== null &&
      "The whole request is not kept: this is it with all defaults, and without headers.",
    sent === null && hasLongString([query, body]) && "Not complete: the log has only the beginning of a long text.",
    operation === null && "The query and the body of an unknown route are not kept.",
    operation !== null &&
      hasUnkeptBody(request) &&
      "It had a body that is not kept: it was not read, or no JSON object.",
    hasKey([query, body]) && "A key in it was replaced by [key].",
    operation === null && isCut && "The path may be cut off.",
    ignored.length > 0 && `Left out, because the API ignores it: ${ignored.join(", ")}.`,
  ];
  return {
    method,
    path,
    query,
    body,
    workspace: request.headers["x-as-workspace"],
    notes: notes.filter((note) => note !== false).map(oneLine),
  };
}

/** Whether it had a body that the log does not have. The API ignores that of a GET. */
export function hasUnkeptBody({ method, headers, sent, body }: LoggedRequestDetail): boolean {
  const hasBody = method !== "GET" && (Number(headers["content-length"]) > 0 || "transfer-encoding" in headers);
  return hasBody && (sent ?? { body }).body === null;
}

function keyText(key: string): string {
  if (key === "none") return "no key";
  return key === "unknown" ? "a key that the sandbox does not know" : `the key ${key}`;
}

function hasLongString(value: unknown): boolean {
  return someString(value, (text) => text.length >= LONGEST_STRING && text.endsWith("..."));
}

function hasKey(value: unknown): boolean {
  return someString(value, (text) => text.includes("[key]"));
}

function someString(value: unknown, matches: (text: string) => boolean): boolean {
  if (typeof value === "string") return matches(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => someString(inner, matches));
}

/** Names of fields and keys come from the request: nothing in them may end the comment. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}

/** A part of a path without its escapes; as it is if they are broken. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
