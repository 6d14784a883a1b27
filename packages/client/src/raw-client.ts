import type { paths } from "@modulex-instantly/types";
import type { Client } from "openapi-fetch";
import createClient from "openapi-fetch";
import { assertSignal } from "./call/assert-signal.ts";
import type { Call } from "./call/call.ts";
import { onAbort } from "./call/wait-for.ts";
import { describeValue } from "./errors/describe-value.ts";
import { isInstantlyError } from "./errors/instantly-error.ts";
import { invalidRequest } from "./errors/invalid-request.ts";
import { findOperation } from "./operations/find-operation.ts";
import type { Operation } from "./operations/operation.ts";
import { readOptions } from "./options/with-defaults.ts";
import { assertSafePathId } from "./request/path-id.ts";
import type { CallPath } from "./request/perform-call.ts";
import { performCall, rejectCall } from "./request/perform-call.ts";
import { queryString } from "./request/query-string.ts";
import { assertSafeBody, jsonText } from "./request/request-body.ts";

/** The typed openapi-fetch client of the operations. */
export type RawClient = Client<paths>;

/** The options of a raw call that this file reads. */
interface RawOptions {
  readonly body?: unknown;
  readonly bodySerializer?: unknown;
  readonly fetch?: unknown;
  readonly params?: unknown;
  readonly signal?: AbortSignal | null;
}

/** The call of a raw request, once it was made. */
interface Made {
  call?: Call;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * Creates the openapi-fetch client with the same call path as the resources. An error response of the API is returned in
 * `error`, as openapi-fetch does; any other failure is thrown as an `InstantlyError`. Headers given with a raw call are
 * not sent.
 */
export function rawClient(callPath: CallPath): RawClient {
  const { baseUrl } = callPath;
  const client = createClient<paths>({
    baseUrl,
    pathSerializer: (path, values) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => assertSafePathId(values[name])),
    querySerializer: (query) => readOptions(() => queryString(query).slice(1), invalidRequest),
    bodySerializer: (body) => jsonText(body),
  });
  const unguarded = client.request as (method: string, path: string, options: object) => Promise<unknown>;

  const handleRequest = async (request: Request, given: unknown, made: Made): Promise<Response> => {
    const operation = operationOf(request, baseUrl);
    const fill = async (call: Call) => {
      made.call = call;
      const text = (await request.text()) || undefined;
      call.url = request.url;
      call.body = assertSafeBody(operation, text, given);
    };
    const read = (data: unknown, call: Call) => openApiResponse(data, call.response?.status ?? 200);
    try {
      return await performCall(callPath, operation, { signal: request.signal }, { fill, read });
    } catch (error) {
      const { status, body: errorBody } = made.call?.response ?? { status: 0 };
      if (!isInstantlyError(error) || error.code === "unexpected_redirect" || !(status >= 400)) throw error;
      // Never an empty body, because openapi-fetch would report that as no error.
      const isEmpty = Object.keys(Object(errorBody)).length === 0;
      return openApiResponse(
        isEmpty ? { statusCode: status, error: error.code, message: error.message } : errorBody,
        status,
      );
    }
  };

  const makeRequest = async (method: string, path: string, options: RawOptions | undefined, made: Made) => {
    if (typeof path !== "string") throw invalidRequest(`the path must be a string, received ${describeValue(path)}`);
    const { signal, body, bodySerializer, fetch, params } = readOptions(() => ({ ...options }), invalidRequest);
    if (fetch !== undefined) throw invalidRequest("fetch is an option of createInstantlyClient, not of a raw call");
    if (params !== undefined && Object(params) !== params) throw invalidRequest("params must be an object");
    // The input of a custom serializer may differ from its output.
    const given = bodySerializer ? undefined : body;
    const guarded = { ...options, fetch: (sent: Request) => handleRequest(sent, given, made) };
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
  const request = async (method: string, path: string, options?: RawOptions): Promise<unknown> => {
    const made: Made = {};
    try {
      return await makeRequest(method, path, options, made);
    } catch (thrown) {
      if (made.call || !isInstantlyError(thrown)) throw thrown;
      return rejectCall(callPath, {}, thrown, typeof path === "string" ? findOperation(method, path) : undefined);
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
