import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "../api-error.ts";
import type { Mode } from "../serialize/mode.ts";
import type { RequestHead } from "./exchange.ts";

const utf8 = new TextDecoder();

/** An empty body. */
export const NO_BYTES: Uint8Array = new Uint8Array();

/** An unreadable body. The connection closes, because the rest of the body may follow. */
export class UnreadableBodyError extends ApiError {}

/** Whether the body of a request is read. The API ignores the body of a GET. */
export function hasBody({ method, headers }: Pick<RequestHead, "method" | "headers">): boolean {
  if (method === "GET" || method === "HEAD") return false;
  if (headers["content-type"] !== undefined || headers["transfer-encoding"] !== undefined) return true;
  const length = headers["content-length"];
  return length !== undefined && length !== "0";
}

/**
 * Checks the headers of a body before it is read.
 *
 * @throws ApiError 415 for anything but JSON and plain text, 413 for a length above the limit.
 */
export function checkBodyHead(headers: IncomingHttpHeaders, limit: number): void {
  if (mediaType(headers) === undefined) throw new ApiError(415, "Unsupported Media Type");
  if (Number(headers["content-length"]) > limit) throw tooLarge();
}

/** The error for a body above the limit. */
export function tooLarge(): UnreadableBodyError {
  return new UnreadableBodyError(413, "Request body is too large");
}

/**
 * Parses a body like the API: JSON to its value, plain text to a string, no body to undefined.
 *
 * @throws UnreadableBodyError 400 for invalid JSON, for JSON that would change a prototype, and for an empty body. In
 * document mode an empty body is undefined.
 */
export function readBody(request: Pick<RequestHead, "method" | "headers">, bytes: Uint8Array, mode: Mode): unknown {
  const type = hasBody(request) ? mediaType(request.headers) : undefined;
  if (type === undefined) return undefined;
  const text = utf8.decode(bytes);
  if (type === "text") return text;
  if (bytes.length === 0) {
    if (mode === "document") return undefined;
    throw new UnreadableBodyError(400, "Body cannot be empty when content-type is set to 'application/json'");
  }
  return parseJson(text);
}

function mediaType(headers: IncomingHttpHeaders): "json" | "text" | undefined {
  const header = headers["content-type"];
  if (header === undefined) return undefined;
  const end = header.indexOf(";");
  const type = (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
  return type === "application/json" ? "json" : type === "text/plain" ? "text" : undefined;
}

function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (!/__proto__|constructor|\\u/.test(text) || !changesPrototypes(value)) return value;
  } catch {
    // Invalid JSON has the same error.
  }
  throw new UnreadableBodyError(400, "Body is not valid JSON but content-type is set to 'application/json'");
}

/** Whether copying a value could change a prototype. */
function changesPrototypes(value: unknown): boolean {
  const todo = [value];
  while (todo.length > 0) {
    const next = todo.pop();
    if (typeof next !== "object" || next === null) continue;
    const object = next as Readonly<Record<string, unknown>>;
    if (Object.hasOwn(object, "__proto__")) return true;
    const maker = Object.hasOwn(object, "constructor") ? object["constructor"] : undefined;
    if (typeof maker === "object" && maker !== null && Object.hasOwn(maker, "prototype")) return true;
    for (const inner of Object.values(next)) todo.push(inner);
  }
  return false;
}
