import { quietly } from "../call/observer.ts";

/** Thrown inside an attempt when the decoded body grows beyond its cap. */
export const bodyTooLarge: Error = /* @__PURE__ */ new Error("the body is too large");

/** Thrown inside an attempt when what `fetch` returned offers nothing to read a body with. */
export const unusableResponse: Error = /* @__PURE__ */ new Error("the response cannot be read");

/** After so many chunks timers get their turn: reading a stream that is never empty-handed would keep them waiting. */
const CHUNKS_IN_A_ROW = 1_024;

interface Chunks {
  read(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  cancel(): unknown;
}

interface WebStream {
  getReader(): unknown;
}

interface NodeStream extends AsyncIterable<unknown> {
  on(event: "error", listener: () => void): unknown;
}

/**
 * Reads a response's body as text, never more than 32 MiB of a success or 64 KiB of a refusal, counted decoded. A byte
 * order mark is dropped. The body may be a web stream, any async iterable such as a stream of Node, an `arrayBuffer()` or a `text()`.
 *
 * @throws bodyTooLarge when a success is larger; a refusal is cut off at its cap instead.
 * @throws unusableResponse when the response offers none of them.
 */
export async function readBody(response: Response, isSuccess: boolean, signal: AbortSignal): Promise<string> {
  const { body, headers } = response;
  const cap = isSuccess ? 2 ** 25 : 2 ** 16;
  if (body === null) return "";
  const stream = chunksOf(response, body);
  const chunks: Uint8Array[] = [];
  // A body that says it is too long is not waited for.
  let bytes = isSuccess && Number(headers.get("content-length")) > cap ? cap + 1 : 0;
  for (let count = 1; bytes <= cap && !signal.aborted; count += 1) {
    const { done, value } = await stream.read();
    if (done) return decoded(chunks, bytes);
    const chunk = bytesOf(value);
    bytes += chunk.byteLength;
    if (bytes <= cap) chunks.push(chunk);
    if (count % CHUNKS_IN_A_ROW === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  quietly(() => stream.cancel());
  if (isSuccess) throw bodyTooLarge;
  return decoded(chunks, cap);
}

/** The chunks of a web stream, of an async iterable such as a stream of Node, or of a body that comes as a whole. */
function chunksOf(response: Partial<Response>, given: unknown): Chunks {
  const body = given as Partial<WebStream & NodeStream> | undefined;
  try {
    if (body?.getReader) return body.getReader() as Chunks;
    // A stream of Node that fails when nobody reads it any more would end the process.
    body?.on?.("error", () => undefined);
    const pieces = body?.[Symbol.asyncIterator] ? body : wholeBody(response);
    const iterator = (pieces as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    return { read: () => iterator.next(), cancel: () => iterator.return?.() };
  } catch {
    // It is locked, or its properties throw when they are read.
    throw unusableResponse;
  }
}

async function* wholeBody(response: Partial<Response>): AsyncGenerator<unknown> {
  if (typeof response.arrayBuffer === "function") yield response.arrayBuffer();
  else if (typeof response.text === "function") yield response.text();
  else throw unusableResponse;
}

/** A chunk as bytes, also if it comes from another realm, where `instanceof` does not know it. */
function bytesOf(chunk: unknown): Uint8Array {
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  if (chunk instanceof Uint8Array) return chunk;
  const { buffer, byteOffset, byteLength } = (chunk ?? {}) as Partial<Uint8Array>;
  if (typeof byteLength !== "number") throw unusableResponse;
  return new Uint8Array(buffer ?? (chunk as ArrayBuffer), byteOffset, byteLength);
}

let decoder: TextDecoder | undefined;

/** Decoded once as a whole, which is faster than piece by piece. */
function decoded(chunks: readonly Uint8Array[], length: number): string {
  decoder ??= new TextDecoder();
  if (chunks.length <= 1) return decoder.decode(chunks[0]);
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return decoder.decode(whole.subarray(0, offset));
}
