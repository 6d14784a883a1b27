import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { TransportReader } from "../request/transport.ts";
import { connectionClosed } from "./connection-closed.ts";
import { codingsOf, decodedBody } from "./content-codings.ts";

type Piece = Awaited<ReturnType<TransportReader["read"]>>;

interface Waiting {
  resolve(piece: Piece): void;
  reject(error: unknown): void;
}

/** Receiving pauses while more bytes than this wait to be read. */
const MOST_BYTES_AHEAD = 2 ** 18;

/** The reader of a body, and what ends it when its connection fails. */
interface BodyReader extends TransportReader {
  fail(error: unknown): void;
}

/** Reads the decoded body of a response. An error of the connection rejects the current or the next read. */
export function bodyReader(response: IncomingMessage): BodyReader {
  const ahead: Uint8Array[] = [];
  let bytesAhead = 0;
  let source: Readable = response;
  let ended: { readonly error?: unknown } | undefined;
  let waiting: Waiting | undefined;

  const end = (error?: unknown) => {
    ended ??= error === undefined ? {} : { error };
    if (!waiting) return;
    const { resolve, reject } = waiting;
    waiting = undefined;
    if ("error" in ended) reject(ended.error);
    else resolve({ done: true });
  };
  const receive = (chunk: Uint8Array) => {
    if (waiting) {
      const { resolve } = waiting;
      waiting = undefined;
      resolve({ done: false, value: chunk });
      return;
    }
    ahead.push(chunk);
    bytesAhead += chunk.byteLength;
    if (bytesAhead > MOST_BYTES_AHEAD) source.pause();
  };
  const listen = () => {
    source.on("data", receive);
    source.on("end", () => end());
    // A stream that is destroyed before its end may emit nothing else.
    source.on("close", () => ended ?? end(connectionClosed()));
    if (source !== response) source.on("error", end);
  };

  // An error without a listener would end the process.
  response.on("error", end);
  const codings = codingsOf(response);
  if (codings.length === 0) listen();
  else {
    // A compressed body may also be empty, and then there is nothing to decode.
    response.once("readable", () => {
      const first = response.read(1) as Uint8Array | null;
      if (first) {
        response.unshift(first);
        source = decodedBody(response, codings, first[0] ?? 0);
      }
      listen();
    });
  }

  return {
    read: () =>
      new Promise((resolve, reject) => {
        const value = ahead.shift();
        if (value) {
          bytesAhead -= value.byteLength;
          if (ahead.length === 0 && source.isPaused()) source.resume();
          return resolve({ done: false, value });
        }
        waiting = { resolve, reject };
        if (ended) end();
      }),
    cancel: () => void response.destroy(),
    fail: end,
  };
}
