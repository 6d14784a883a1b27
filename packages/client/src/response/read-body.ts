import { quietly } from "../call/observer.ts";

/** Thrown within an attempt if the decoded body is larger than its limit. */
export const bodyTooLarge: Error = /* @__PURE__ */ new Error("the body is too large");

/** Thrown within an attempt if the response offers no way to read its body. */
export const unusableResponse: Error = /* @__PURE__ */ new Error("the response cannot be read");

/** After this many chunks, timers can run: a stream that always has data would otherwise block them. */
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
 * Reads the body of a response as text: at most 32 MiB of a success or 64 KiB of an error response, measured after
 * decompression. A byte order mark is dropped. The body may be a web stream, an async iterable such as a Node stream,
 * `arrayBuffer()` or `text()`.
 *
 * @throws bodyTooLarge if a success is larger; an error response is cut off at its limit instead.
 * @throws unusableResponse if the response has none of these.
 */
export async function readBody(response: Response, isSuccess: boolean, signal: AbortSignal): Promise<string> {
  const { body, headers } = response;
  const cap = isSuccess ? 2 ** 25 : 2 ** 16;
  if (body === null) return "";
  const stream = chunksOf(response, body);
  const chunks: Uint8Array[] = [];
  // A body whose Content-Length is too large is not read.
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

/** Returns the chunks of a web stream, of an async iterable such as a Node stream, or of a body that is read as a whole. */
function chunksOf(response: Partial<Response>, given: unknown): Chunks {
  const body = given as Partial<WebStream & NodeStream> | undefined;
  try {
    if (body?.getReader) return body.getReader() as Chunks;
    // A Node stream that fails without a listener would end the process.
    body?.on?.("error", () => undefined);
    const pieces = body?.[Symbol.asyncIterator] ? body : wholeBody(response);
    const iterator = (pieces as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    return { read: () => iterator.next(), cancel: () => iterator.return?.() };
  } catch {
    // The stream is locked, or a property threw when it was read.
    throw unusableResponse;
  }
}

async function* wholeBody(response: Partial<Response>): AsyncGenerator<unknown> {
  if (typeof response.arrayBuffer === "function") yield response.arrayBuffer();
  else if (typeof response.text === "function") yield response.text();
  else throw unusableResponse;
}

/** Converts a chunk to bytes, including one from another realm, for which `instanceof` fails. */
function bytesOf(chunk: unknown): Uint8Array {
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  if (chunk instanceof Uint8Array) return chunk;
  const { buffer, byteOffset, byteLength } = (chunk ?? {}) as Partial<Uint8Array>;
  if (typeof byteLength !== "number") throw unusableResponse;
  return new Uint8Array(buffer ?? (chunk as ArrayBuffer), byteOffset, byteLength);
}

let decoder: TextDecoder | undefined;

/** Decodes all chunks at once, which is faster than one by one. */
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
