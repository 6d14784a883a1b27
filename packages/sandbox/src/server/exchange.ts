import type { IncomingHttpHeaders } from "node:http";
import type { Route } from "./routes.ts";

/** The head of a request, before its body is read. */
export interface RequestHead {
  readonly method: string;
  /** The path and query as received. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether it is a call of `fetch`, not a request over HTTP. */
  readonly isInProcess?: boolean;
  /** How a request over HTTP arrived. */
  readonly arrival?: Arrival;
}

/** The port on which a request arrived, and the names under which the server may be addressed besides loopback. */
export interface Arrival {
  readonly port: number;
  /** In lower case, with or without a port. */
  readonly allowedHosts: readonly string[];
  /** The last `Host` that was accepted, so that it need not be parsed again. */
  acceptedHost?: string;
}

/** A response, over a socket or in process. */
export interface SandboxResponse {
  readonly status: number;
  /** By lower-case name, without `content-length`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A body that is not text. `body` is then empty. */
  readonly bytes?: Uint8Array;
  /** A body that never ends by itself. `body` is then empty. */
  readonly stream?: (sink: StreamSink) => void;
  /** A fault that closes the connection: before the response, or after half of its body. */
  readonly disconnect?: "before_response" | "mid_body";
}

/** Where a stream goes. */
export interface StreamSink {
  /** Returns false if the receiver is slow: write nothing more until `onDrain`. */
  readonly write: (text: string) => boolean;
  readonly onDrain: (listener: () => void) => void;
  /** The receiver has gone, or the sandbox has closed. */
  readonly onClose: (listener: () => void) => void;
}

/** A request with an accepted head. */
export interface Exchange {
  /** The maximum size of the body in bytes; undefined if the body is not read. */
  readonly bodyLimit: number | undefined;
  /** Continues with the body, which is empty if it is not read. */
  readonly finish: (body: Uint8Array) => SandboxResponse | Promise<SandboxResponse>;
  /** Ends with an error: the body could not be read. */
  readonly refuse: (error: unknown) => SandboxResponse;
  /** Ends without a response: the caller disconnected before the end of the body. */
  readonly abandon: () => void;
}

/** A route with its handler. */
export interface ServedRoute extends Route {
  /** Whether it is the page, to which other web pages may link. */
  readonly isPage?: true;
  /** Checks the head of a request. Returns an error response, or the exchange that continues with the body. */
  readonly open: (
    request: RequestHead,
    found: { readonly id: string | undefined; readonly query: string },
  ) => Exchange | SandboxResponse;
}

const JSON_TYPE = "application/json; charset=utf-8";

/** Creates a JSON response. */
export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return { status, headers: { ...headers, "content-type": JSON_TYPE }, body: JSON.stringify(body) };
}

/** Creates a response with indented JSON, for terminals. */
export function readableResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return { ...jsonResponse(status, null, headers), body: `${JSON.stringify(body, null, 2)}\n` };
}
