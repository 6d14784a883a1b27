import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../refusal.ts";
import type { Mode } from "../wire/mode.ts";
import type { RequestHead } from "./exchange.ts";

const utf8 = new TextDecoder();

/** What is read of a request without a body. */
export const NO_BYTES: Uint8Array = new Uint8Array();

/** A body that cannot be read: the connection closes, because more of it may follow. */
export class UnreadableBody extends Refusal {}

/** Whether a request has a body that an operation reads: the API looks at none of a GET. */
export function hasBody({ method, headers }: Pick<RequestHead, "method" | "headers">): boolean {
  if (method === "GET" || method === "HEAD") return false;
  if (headers["content-type"] !== undefined || headers["transfer-encoding"] !== undefined) return true;
  const length = headers["content-length"];
  return length !== undefined && length !== "0";
}

/**
 * Checks the head of a body before it is read.
 *
 * @throws Refusal 415 for anything but JSON and plain text, 413 for a length above the limit.
 */
export function checkBodyHead(headers: IncomingHttpHeaders, limit: number): void {
  if (mediaType(headers) === undefined) throw new Refusal(415, "Unsupported Media Type");
  if (Number(headers["content-length"]) > limit) throw tooLarge();
}

/** The refusal of a body that has more bytes than it may. */
export function tooLarge(): UnreadableBody {
  return new UnreadableBody(413, "Request body is too large");
}

/**
 * Reads a body as the API does: JSON as its value, plain text as text, and no body at all as undefined.
 *
 * @throws UnreadableBody 400 for broken JSON, for JSON that would change an object's prototype, and for none; the published
 * document says nothing against an empty body, so that mode takes it as undefined.
 */
export function readBody(request: Pick<RequestHead, "method" | "headers">, bytes: Uint8Array, mode: Mode): unknown {
  const type = hasBody(request) ? mediaType(request.headers) : undefined;
  if (type === undefined) return undefined;
  const text = utf8.decode(bytes);
  if (type === "text") return text;
  if (bytes.length === 0) {
    if (mode === "document") return undefined;
    throw new UnreadableBody(400, "Body cannot be empty when content-type is set to 'application/json'");
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
    // Both end alike.
  }
  throw new UnreadableBody(400, "Body is not valid JSON but content-type is set to 'application/json'");
}

/** Whether a key anywhere in a value would change a prototype when it is copied. */
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
