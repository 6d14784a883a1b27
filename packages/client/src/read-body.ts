import { quietly } from "./observer.ts";

/** Thrown inside an attempt when the decoded body grows beyond its cap. */
export const bodyTooLarge: Error = new Error("the body is too large");

/** Thrown inside an attempt when a given `fetch` returned something whose body cannot be read. */
export const unreadable: Error = new Error("the body cannot be read");

/** Where the pieces of a body come from. */
interface Source {
  next(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  cancel(): unknown;
}

/** A web stream, a Node stream, or whatever else a `fetch` has for a body. */
type AnyBody = Partial<ReadableStream & AsyncIterable<unknown>> & {
  on?(event: "error", listener: () => void): unknown;
};

/** So many pieces are read in a row at most: while pieces are at hand, no timer has its turn. */
const IN_A_ROW = 256;

/**
 * Reads a response's body as text, never more than 32 MiB of an answer or 64 KiB of a refusal, counted decoded. A byte
 * order mark is dropped. Whatever the response offers is used: a web stream, a Node stream, `arrayBuffer` or `text`.
 *
 * @param signal ends the reading early.
 * @throws bodyTooLarge when a success is larger; a refusal is cut off at its cap instead.
 * @throws unreadable when nothing is offered that reads it.
 */
export async function readBody(response: Response, isSuccess: boolean, signal: AbortSignal): Promise<string> {
  const cap = isSuccess ? 2 ** 25 : 2 ** 16;
  const source = sourceOf(response);
  const chunks: Uint8Array[] = [];
  // A body that says it is too long is not waited for.
  let bytes = isSuccess && Number(headerOf(response, "content-length")) > cap ? cap + 1 : 0;
  let isAtEnd = false;
  try {
    for (let count = 1; bytes <= cap && !signal.aborted; count += 1) {
      if (count % IN_A_ROW === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      const { done, value } = await source.next();
      if (done) {
        isAtEnd = true;
        return decoded(chunks, bytes);
      }
      const chunk = bytesOf(value);
      bytes += chunk.byteLength;
      if (chunk.byteLength > 0 && bytes <= cap) chunks.push(chunk);
    }
  } finally {
    if (!isAtEnd) quietly(() => source.cancel());
  }
  if (isSuccess) throw bodyTooLarge;
  return decoded(chunks, cap);
}

/** A header, of a response that may have none. */
export function headerOf({ headers }: Partial<Response>, name: string): string | null {
  const value: unknown = headers?.get?.(name);
  return typeof value === "string" ? value : null;
}

/** Finds what reads a body; other implementations of `fetch` than the platform's offer only a part of it. */
function sourceOf(response: Partial<Response>): Source {
  try {
    const body = response.body as AnyBody | null | undefined;
    if (body?.getReader) {
      const reader = body.getReader();
      return { next: () => reader.read(), cancel: () => reader.cancel() };
    }
    if (response.bodyUsed) throw unreadable;
    const pieces = body?.[Symbol.asyncIterator] ? body : wholeBody(response);
    // A Node stream that fails without an error listener ends the process.
    body?.on?.("error", () => undefined);
    const iterator = (pieces as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    return { next: () => iterator.next(), cancel: () => iterator.return?.() };
  } catch {
    // It was read before, it is locked, or it is hostile.
    throw unreadable;
  }
}

/** A body in one piece. */
async function* wholeBody(response: Partial<Response>): AsyncGenerator<unknown> {
  if (response.arrayBuffer) yield response.arrayBuffer();
  else if (response.text) yield response.text();
  else if (response.body !== null) throw unreadable;
}

/** A piece as bytes, also if it comes out of another realm, where `instanceof` does not know it. */
function bytesOf(piece: unknown): Uint8Array {
  if (typeof piece === "string") return new TextEncoder().encode(piece);
  const { buffer, byteOffset, byteLength } = (piece ?? {}) as Partial<Uint8Array>;
  if (typeof byteLength !== "number") throw unreadable;
  return new Uint8Array(buffer ?? (piece as ArrayBuffer), byteOffset, byteLength);
}

/** Decoded once as a whole, which is faster than piece by piece. */
function decoded(chunks: readonly Uint8Array[], length: number): string {
  const [first = new Uint8Array()] = chunks;
  if (chunks.length <= 1) return new TextDecoder().decode(first);
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return new TextDecoder().decode(whole.subarray(0, offset));
}
