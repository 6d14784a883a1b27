import { Buffer } from "node:buffer";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { TransportRequest, TransportResponse } from "../request/transport.ts";
import { bodyReader } from "./body-reader.ts";
import type { AttemptRequestOptions, Connections } from "./connections.ts";
import { ACCEPTED_CODINGS } from "./content-codings.ts";

/**
 * Sends a request and resolves to its response. Nothing is sent again.
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
    let isOver = false;
    const target = new URL(url);
    const { request: startRequest, agent } = connections.to(target);
    const length =
      body === undefined ? (method === "GET" || method === "DELETE" ? undefined : 0) : Buffer.byteLength(body);
    const options: AttemptRequestOptions = {
      method,
      agent,
      host: target.hostname.replace(/^\[|\]$/g, ""),
      port: target.port,
      path: `${target.pathname}${target.search}`,
      headers: {
        ...headers,
        "accept-encoding": ACCEPTED_CODINGS,
        ...(length === undefined ? {} : { "content-length": length }),
      },
      // As strict as Node's fetch, even in a process with --insecure-http-parser.
      insecureHTTPParser: false,
      joinDuplicateHeaders: true,
      attemptSignal: signal,
    };
    const request: ClientRequest = startRequest(options);
    const fail = (error: unknown) => {
      isOver = true;
      signal.removeEventListener("abort", abort);
      reject(error);
    };
    const abort = () => {
      fail(signal.reason);
      request.destroy();
    };
    signal.addEventListener("abort", abort);
    // Also errors after the response was received; without a listener they would end the process.
    request.on("error", fail);
    request.on("close", () => isOver || fail(new Error("the connection was closed")));
    request.on("socket", (socket: Socket) => {
      connections.whenOpen(socket, () => {
        if (isOver) return;
        // A kept connection that ended in the meantime.
        if (!socket.writable) return void request.destroy(new Error("the connection has ended"));
        leave();
        request.end(body);
      });
    });
    request.on("response", (response: IncomingMessage) => {
      isOver = true;
      resolve(responseOf(response));
    });
    if (signal.aborted) abort();
  });
}

function responseOf(response: IncomingMessage): TransportResponse {
  const { statusCode = 0, headers } = response;
  const text = (value: string | readonly string[] | undefined) =>
    typeof value === "object" ? value.join(", ") : (value ?? null);
  const reader = bodyReader(response);
  return {
    status: statusCode,
    headers: {
      get: (name) => (Object.hasOwn(headers, name) ? text(headers[name]) : null),
      *[Symbol.iterator]() {
        for (const [name, value] of Object.entries(headers)) yield [name, text(value) ?? ""];
      },
    },
    body: { getReader: () => reader },
  };
}
