import type { IncomingHttpHeaders } from "node:http";
import type { Route } from "./routes.ts";

/** A request before its body was read. */
export interface RequestHead {
  readonly method: string;
  /** Path and query, as asked for. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a request is answered with, over a socket or in process. */
export interface SandboxResponse {
  readonly status: number;
  /** By names in lower case, without the length of the body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A fault closes the connection: before anything is sent, or after half of the body. */
  readonly breaksOff?: "unanswered" | "halfway";
}

/** A request whose head was accepted. */
export interface Exchange {
  /** The most bytes its body may have; undefined when the body is not read at all. */
  readonly bodyLimit: number | undefined;
  /** Goes on with the body, which is empty where it is not read. */
  readonly finish: (body: Uint8Array) => SandboxResponse | Promise<SandboxResponse>;
  /** Gives up: the body could not be read. */
  readonly refuse: (error: unknown) => SandboxResponse;
  /** The caller is gone before the body was. */
  readonly abandon: () => void;
}

/** A route that is served. */
export interface ServedRoute extends Route {
  /** Looks at the head of a request: a refusal at once, or the exchange that goes on with the body. */
  readonly open: (
    request: RequestHead,
    found: { readonly id: string | undefined; readonly query: string },
  ) => Exchange | SandboxResponse;
}

const JSON_TYPE = "application/json; charset=utf-8";

/** A response with a body of JSON. */
export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return { status, headers: { ...headers, "content-type": JSON_TYPE }, body: JSON.stringify(body) };
}

/** A response with indented JSON: it is read in a terminal. */
export function readableResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return { ...jsonResponse(status, null, headers), body: `${JSON.stringify(body, null, 2)}\n` };
}
