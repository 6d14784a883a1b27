import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { McpEndpoint } from "./mcp-endpoint.ts";
import { refused } from "./mcp-endpoint.ts";
import type { AddressRules } from "./request-address.ts";
import { addressProblem, pageAccess } from "./request-address.ts";
import { PATHS } from "./request-settings.ts";

/** How the server listens. */
export interface HttpServerOptions extends AddressRules {
  readonly host: string;
  readonly port: number;
  readonly maxBodyBytes: number;
}

/** A listening server. */
export interface RunningHttpServer {
  readonly url: string;
  /** Accepts no more requests, waits up to ten seconds for those in progress, and stops. */
  close(): Promise<void>;
}

const DRAIN_MS = 10_000;
/** Longer than load balancers and clients keep idle connections: a server that closes first breaks their next request. */
const TIMEOUTS = { keepAliveTimeout: 75_000, requestTimeout: 30_000, headersTimeout: 15_000 };

/** Serves the endpoint over node:http, after checking Host, Origin and the size of the body. */
export async function serveHttp(endpoint: McpEndpoint, options: HttpServerOptions): Promise<RunningHttpServer> {
  let isClosing = false;
  const server = createServer(TIMEOUTS, (request, response) => {
    serve(endpoint, options, request, response, () => isClosing).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}${PATHS.mcp}`,
    close: async () => {
      isClosing = true;
      await drained(server, endpoint);
    },
  };
}

async function drained(server: Server, endpoint: McpEndpoint): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  // Open subscription streams never end by themselves.
  const ending = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(deadline);
  clearInterval(ending);
  await endpoint.close();
}

async function serve(
  endpoint: McpEndpoint,
  options: HttpServerOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
  isClosing: () => boolean,
): Promise<void> {
  const aborter = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) aborter.abort();
  });
  const result = await respond(endpoint, options, incoming, aborter.signal, isClosing());
  const headers = { ...Object.fromEntries(result.headers), ...pageAccess(incoming.headers.origin, options) };
  // Node decides about the connection; the SDK always asks to keep it, even if the client wants it closed.
  delete headers["connection"];
  if (isClosing() || result.status === 413) headers["connection"] = "close";
  response.writeHead(result.status, headers);
  if (result.body === null) {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(result.body as import("node:stream/web").ReadableStream), response);
}

async function respond(
  endpoint: McpEndpoint,
  options: HttpServerOptions,
  incoming: IncomingMessage,
  signal: AbortSignal,
  isClosing: boolean,
): Promise<Response> {
  const { method = "GET", url: target = "/", headers } = incoming;
  if (target === PATHS.health) {
    // Load balancers use the address of the machine as the Host.
    return isClosing ? new Response("stopping\n", { status: 503 }) : new Response("ok\n");
  }
  const repeated = repeatedHeader(incoming);
  if (repeated !== undefined) return refused(400, `${repeated} is sent more than once`);
  const problem = addressProblem(headers.host, headers.origin, options);
  if (problem !== undefined) return refused(403, problem);
  if (!target.startsWith("/") || target.startsWith("//")) return refused(400, "the request target must be a path");
  const isPreflight = method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
  if (isPreflight && headers.origin !== undefined && options.allowedOrigins.includes(headers.origin)) {
    return new Response(null, { status: 204 });
  }
  if (isClosing) return refused(503, "the server is stopping: try again", { "retry-after": "1" });
  const body = method === "POST" ? await readBody(incoming, options.maxBodyBytes) : undefined;
  if (body === null) return refused(413, `the body is larger than ${options.maxBodyBytes} bytes (--max-body-kb)`);
  const url = `http://${headers.host}${target}`;
  const request = new Request(url, { method, headers: webHeaders(incoming), signal, ...(body && { body }) });
  return endpoint.fetch(request);
}

/** A header that decides what a request may do, and is ambiguous: two lists of tools would be read as one longer list. */
function repeatedHeader({ headersDistinct }: IncomingMessage): string | undefined {
  const repeated = Object.entries(headersDistinct).filter(([, values = []]) => values.length > 1);
  return repeated.find(([name]) => name === "host" || name === "origin" || name.startsWith("x-mcp-"))?.[0];
}

/** The body; null if it is too large. */
async function readBody(incoming: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(incoming.headers["content-length"] ?? 0) > most) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function webHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  }
  return headers;
}
