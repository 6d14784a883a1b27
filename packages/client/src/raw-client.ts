import type { paths } from "@modulex-instantly/types";
import type { Client } from "openapi-fetch";
import createClient from "openapi-fetch";
import { assertSignal } from "./call/assert-signal.ts";
import type { CallHandler } from "./call/call.ts";
import { onAbort } from "./call/wait-for.ts";
import { describeValue } from "./errors/describe-value.ts";
import { isInstantlyError } from "./errors/instantly-error.ts";
import { invalidRequest } from "./errors/invalid-request.ts";
import { findOperation } from "./operations/find-operation.ts";
import type { Operation } from "./operations/operation.ts";
import type { ResolvedTimeouts } from "./options/timeouts.ts";
import { readOptions } from "./options/with-defaults.ts";
import { assertSafePathId } from "./request/path-id.ts";
import { queryString } from "./request/query-string.ts";
import { assertSafeBody, jsonText } from "./request/request-body.ts";
import { createCall } from "./request/requester.ts";
import { keepResponse } from "./response/response-of.ts";

/** The typed openapi-fetch client of the operations. */
export type RawClient = Client<paths>;

/** The options of a raw call that this file reads. */
interface RawOptions {
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
  readonly params?: unknown;
  readonly signal?: AbortSignal | null;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * Creates the openapi-fetch client with the same call path as the resources. An error response of the API is returned in
 * `error`, as openapi-fetch does; any other failure is thrown as an `InstantlyError`. Headers given with a raw call are
 * not sent.
 */
export function rawClient(baseUrl: string, timeouts: ResolvedTimeouts, send: CallHandler): RawClient {
  const client = createClient<paths>({
    baseUrl,
    pathSerializer: (path, values) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => assertSafePathId(values[name])),
    querySerializer: (query) => readOptions(() => queryString(query).slice(1), invalidRequest),
    bodySerializer: (body) => jsonText(body),
  });
  const unguarded = client.request as (method: string, path: string, options: object) => Promise<unknown>;

  const handleRequest = async (request: Request, given: unknown): Promise<Response> => {
    const text = (await request.text()) || undefined;
    const operation = operationOf(request, baseUrl);
    const body = assertSafeBody(operation, text, given);
    const call = createCall(operation, request.url, body, timeouts, { signal: request.signal });
    try {
      return openApiResponse(await keepResponse(call, send(call)), call.response?.status ?? 200);
    } catch (error) {
      const { status, body: errorBody } = call.response ?? { status: 0 };
      if (!isInstantlyError(error) || !(status >= 400)) throw error;
      // Never an empty body, because openapi-fetch would report that as no error.
      const isEmpty = Object.keys(Object(errorBody)).length === 0;
      return openApiResponse(
        isEmpty ? { statusCode: status, error: error.code, message: error.message } : errorBody,
        status,
      );
    }
  };

  const request = async (method: string, path: string, options?: RawOptions): Promise<unknown> => {
    if (typeof path !== "string") throw invalidRequest(`the path must be a string, received ${describeValue(path)}`);
    const { signal, body, bodySerializer, params } = readOptions(() => ({ ...options }), invalidRequest);
    if (params !== undefined && Object(params) !== params) throw invalidRequest("params must be an object");
    // The input of a custom serializer may differ from its output.
    const given = bodySerializer ? undefined : body;
    const guarded = { fetch: (sent: Request) => handleRequest(sent, given), ...options };
    if (signal === undefined || signal === null) return unguarded(method, path, guarded);
    readOptions(() => assertSignal(signal), invalidRequest);
    // Each Request leaves a listener on its signal, so it gets a signal of its own.
    const controller = new AbortController();
    const abort = () => controller.abort(signal.reason);
    const ignore = onAbort(signal, abort);
    try {
      if (signal.aborted) abort();
      return await unguarded(method, path, { ...guarded, signal: controller.signal });
    } finally {
      ignore();
    }
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, options?: RawOptions) => request(method, path, options),
  ]);
  return Object.assign(client, { request }, Object.fromEntries(methods));
}

/** Creates the response that openapi-fetch reads. The `Response` constructor rejects some statuses, so they are set later. */
function openApiResponse(body: unknown, status: number): Response {
  const isUsual = status < 600 && status !== 204 && status !== 205;
  const headers = { "content-type": "application/json" };
  const response = new Response(JSON.stringify(body), { status: isUsual ? status : status < 400 ? 200 : 400, headers });
  return isUsual ? response : Object.defineProperty(response, "status", { value: status });
}

function operationOf({ method, url }: Request, baseUrl: string): Operation {
  const { pathname, origin } = new URL(url);
  // A raw call may have its own base URL, but the key is only sent to the client's.
  if (origin !== baseUrl) throw invalidRequest(`${origin} is not the baseUrl of this client`);
  const found = findOperation(method, pathname);
  if (!found) throw invalidRequest(`${method} ${pathname} is not an operation of this client, or its id is missing`);
  return found;
}
