import { lookup } from "node:dns/promises";
import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { ApiError, errorBody } from "../api-error.ts";
import type { Arrival, Exchange, SandboxResponse } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";
import { NO_BYTES, tooLarge } from "./read-body.ts";
import type { RequestHandler } from "./request-handler.ts";

const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 72_000;

/** The addresses that stand for all, and the loopback address for a URL. */
const ANY: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** Where to listen. */
interface ListeningAddress {
  readonly port: number;
  readonly host: string;
  readonly allowedHosts: readonly string[];
}

/** The status without a body and a content type. */
const NO_CONTENT = 204;

/** Serves a request handler over HTTP. */
export class HttpServer {
  readonly #handler: RequestHandler;
  readonly #servers: Server[] = [];

  #allowedHosts: readonly string[] = [];

  constructor(handler: RequestHandler) {
    this.#handler = handler;
  }

  /**
   * Listens on an address; for `localhost` on all of its addresses.
   *
   * @param address with the names under which others may address a server that does not only listen on loopback.
   * @returns the base URL, such as `http://127.0.0.1:40123`. For an address that stands for all, it is that of loopback.
   * @throws Error if the port is in use.
   */
  async listen({ port, host, allowedHosts }: ListeningAddress): Promise<string> {
    this.#allowedHosts = allowedHosts;
    const [first = host, ...others] = host === "localhost" ? await addressesOf(host) : [host];
    const { address, port: bound } = await this.#listen(first, port);
    for (const other of others) await this.#listen(other, bound).catch(() => {});
    const shown = ANY[address] ?? address;
    return `http://${shown.includes(":") ? `[${shown}]` : shown}:${bound}`;
  }

  /** Stops listening and closes every connection. */
  async close(): Promise<void> {
    const closed = this.#servers.splice(0).map((server) => {
      const done = once(server, "close");
      server.close();
      server.closeAllConnections();
      return done;
    });
    await Promise.all(closed);
  }

  async #listen(host: string, port: number): Promise<AddressInfo> {
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS });
    server.on("clientError", rejectBrokenRequest);
    server.listen({ host, port });
    await once(server, "listening");
    this.#servers.push(server);
    const address = server.address() as AddressInfo;
    const arrival: Arrival = { port: address.port, allowedHosts: this.#allowedHosts };
    server.on("request", (request, response) => this.#handle(request, response, arrival));
    return address;
  }

  #handle(request: IncomingMessage, response: ServerResponse, arrival: Arrival): void {
    const { method = "", url = "", headers } = request;
    let exchange: Exchange | SandboxResponse;
    try {
      exchange = this.#handler.begin({ method, url, headers, arrival });
    } catch (error) {
      exchange = failure(error);
    }
    if ("status" in exchange) send(exchange, response);
    else if (exchange.bodyLimit === undefined) sendWhenReady(exchange.finish(NO_BYTES), response);
    else readRequestBody(request, exchange, exchange.bodyLimit, (result) => sendWhenReady(result, response));
  }
}

/** Reads a request body up to its limit. */
function readRequestBody(
  request: IncomingMessage,
  exchange: Exchange,
  limit: number,
  done: (response: SandboxResponse | Promise<SandboxResponse>) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const onData = (chunk: Buffer): void => {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else {
      request.off("data", onData).off("end", onEnd);
      done(exchange.refuse(tooLarge()));
    }
  };
  const onEnd = (): void =>
    done(exchange.finish(chunks.length === 1 ? (chunks[0] ?? NO_BYTES) : Buffer.concat(chunks)));
  request.on("data", onData).on("end", onEnd);
  request.on("error", () => exchange.abandon());
}

function sendWhenReady(result: SandboxResponse | Promise<SandboxResponse>, response: ServerResponse): void {
  if (result instanceof Promise)
    result.then(
      (done) => send(done, response),
      (error) => send(failure(error), response),
    );
  else send(result, response);
}

function send({ status, headers, body, bytes, stream, disconnect }: SandboxResponse, response: ServerResponse): void {
  if (disconnect === "before_response") {
    response.socket?.destroy();
    return;
  }
  if (status === NO_CONTENT) {
    const { "content-type": _, ...others } = headers;
    response.writeHead(status, others).end();
    return;
  }
  if (stream !== undefined) {
    response.writeHead(status, headers).flushHeaders();
    stream({
      write: (text) => response.write(text),
      onDrain: (listener) => void response.on("drain", listener),
      onClose: (listener) => void response.on("close", listener),
    });
    return;
  }
  if (bytes !== undefined) {
    response.writeHead(status, { ...headers, "content-length": bytes.length }).end(bytes);
    return;
  }
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...headers, "content-length": length });
  // A string is sent in one packet with the head, and without a conversion if it is ASCII.
  if (disconnect === undefined) response.end(body, length === body.length ? "latin1" : "utf8");
  else response.write(firstHalf(body), () => response.socket?.destroy());
}

function firstHalf(body: string): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** The response to an unexpected error, which is a bug of the sandbox. */
function failure(error: unknown): SandboxResponse {
  const status = error instanceof ApiError ? error.status : 500;
  return jsonResponse(status, errorBody(status, error instanceof Error ? error.message : String(error)));
}

/** Responds to invalid HTTP, and to heads that are too large or too slow. Node passes only the socket. */
function rejectBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const [status, name, message] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? [431, "Request Header Fields Too Large", "Exceeded maximum allowed HTTP header size"]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? [408, "Request Timeout", "Client Timeout"]
        : [400, "Bad Request", "Client Error"];
  const body = JSON.stringify({ error: name, message, statusCode: status });
  const head = [`HTTP/1.1 ${status} ${name}`, `Content-Length: ${body.length}`, "Content-Type: application/json"];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return [...new Set(found.map(({ address }) => address))];
}
