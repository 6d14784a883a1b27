import { Buffer } from "node:buffer";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers";
import type { TransportReader, TransportRequest, TransportResponse } from "../request/transport.ts";
import { bodyReader } from "./body-reader.ts";
import { connectionClosed } from "./connection-closed.ts";
import type { AttemptRequestOptions, Connections } from "./connections.ts";
import { acceptedCodings } from "./content-codings.ts";
import { PARSER_OPTIONS } from "./parser-options.ts";

/** How far the request is that uses a connection. */
interface Turn {
  hasLeft: boolean;
  response: IncomingMessage | undefined;
}

/** No cache on the way may respond. These are the headers of a fetch with `cache: "no-store"`. */
const NO_CACHE = { "cache-control": "no-cache", pragma: "no-cache" } as const;

/** The last request of every connection. */
const turns = new WeakMap<Socket, Turn>();

/**
 * Sends a request and resolves to its response. Nothing is sent again: if a kept connection turns out to be unusable
 * before the first byte is written, the request uses the next one.
 *
 * @param leave called before the first byte of the request is written. If this rejects without having called it, the
 *   request was not sent and will not be.
 */
export function exchange(
  connections: Connections,
  url: string,
  { method, headers, body, signal }: TransportRequest,
  leave: () => void,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const { request: startRequest, agent } = connections.to(target);
    const length = body !== undefined ? Buffer.byteLength(body) : method.startsWith("P") ? 0 : undefined;
    const options: AttemptRequestOptions = {
      method,
      agent,
      host: target.hostname.replace(/^\[|\]$/g, ""),
      port: target.port,
      path: `${target.pathname}${target.search}`,
      headers: {
        ...headers,
        "accept-encoding": acceptedCodings(),
        ...NO_CACHE,
        ...(length === undefined ? {} : { "content-length": length }),
      },
      ...PARSER_OPTIONS,
      attemptSignal: signal,
    };
    const turn: Turn = { hasLeft: false, response: undefined };
    let request: ClientRequest;
    let isOver = false;
    let reader: ReturnType<typeof bodyReader> | undefined;

    const start = () => {
      const current = startRequest(options);
      request = current;
      const fail = (error: unknown) => {
        // The parser reports what is wrong with a body to the request.
        if (isOver) return reader?.fail(error);
        if (request !== current) return;
        if (current.reusedSocket && !turn.hasLeft) return start();
        end(error);
      };
      // Also errors after the response was received; without a listener they would end the process.
      current.on("error", fail);
      current.on("close", () => isOver || fail(connectionClosed()));
      current.on("socket", (socket: Socket) => {
        // Before the listener of node:http, which completes the response.
        if (!turns.has(socket))
          socket.prependListener("data", () => isUnsolicited(turns.get(socket)) && socket.destroy());
        turns.set(socket, turn);
        const send = () => {
          if (isOver || request !== current) return;
          if (!socket.writable) return void current.destroy();
          leave();
          turn.hasLeft = true;
          current.end(body);
        };
        if (current.reusedSocket) afterReceiving(send);
        else connections.whenOpen(socket, send);
      });
      current.on("response", (response: IncomingMessage) => {
        // A response to nothing, or a second one.
        if (!turn.hasLeft || isOver) return void current.destroy();
        isOver = true;
        turn.response = response;
        reader = bodyReader(response);
        resolve(responseOf(response, reader));
      });
    };
    const end = (error: unknown) => {
      isOver = true;
      signal.removeEventListener("abort", abort);
      reject(error);
    };
    const abort = () => {
      end(signal.reason);
      request.destroy();
    };
    start();
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
}

/** Tells whether received bytes cannot belong to a response, so that the connection must not be used any more. */
function isUnsolicited(turn: Turn | undefined): boolean {
  return !turn?.hasLeft || turn.response?.complete === true;
}

/**
 * Runs a function when everything has been read that arrived before, on any connection. Otherwise bytes that the server
 * sent before a request, or the end of the connection, would be its response. The second turn of the event loop reads
 * what arrived during the first one.
 */
function afterReceiving(run: () => void): void {
  setImmediate(() => setImmediate(run));
}

function responseOf({ statusCode = 0, headers }: IncomingMessage, reader: TransportReader): TransportResponse {
  const text = (value: string | readonly string[] | undefined) =>
    typeof value === "object" ? value.join(", ") : (value ?? null);
  return {
    status: statusCode,
    headers: {
      get(name) {
        const key = name.toLowerCase();
        return Object.hasOwn(headers, key) ? text(headers[key]) : null;
      },
      *[Symbol.iterator]() {
        for (const [name, value] of Object.entries(headers)) yield [name, text(value) ?? ""];
      },
    },
    body: { getReader: () => reader },
  };
}
