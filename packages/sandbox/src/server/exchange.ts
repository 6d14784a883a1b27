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
}

/** A response, over a socket or in process. */
export interface SandboxResponse {
  readonly status: number;
  /** By lower-case name, without `content-length`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A fault that closes the connection: before the response, or after half of its body. */
  readonly disconnect?: "before_response" | "mid_body";
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
