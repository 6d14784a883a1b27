import type { Call, CallHandler } from "../call/call.ts";
import { callError } from "../call/call-error.ts";
import type { CallOptions, IterateOptions } from "../call/call-options.ts";
import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { findOperation } from "../operations/find-operation.ts";
import type { Effect, Operation } from "../operations/operation.ts";
import type { ResolvedTimeouts } from "../options/timeouts.ts";
import { assertKnownNames, readOptions } from "../options/with-defaults.ts";
import type { Iteration } from "../pagination/iteration.ts";
import { iteration } from "../pagination/iteration.ts";
import type { ListResponse } from "../pagination/walk-pages.ts";
import { queryString } from "../request/query-string.ts";
import { assertSafeBody, jsonText } from "../request/request-body.ts";
import { createCall } from "../request/requester.ts";
import { keepResponse } from "../response/response-of.ts";
import type { ApiListRequest, ApiRequest, ApiResult } from "./api-request.ts";
import { pathTemplate, routePath } from "./route-path.ts";

/** Requests any route of the API, with the same safety as the methods of the client. */
export interface RequestRoute {
  /**
   * Requests a route of the API that may have no method in this client. The key, the rate limits, the time limits, the
   * errors and the retries are those of every call. Errors have the operation `request`.
   *
   * @throws InstantlyError `invalid_request` for a path that is not one below `/api/v2`, a missing value of a placeholder,
   *   or an unknown field; any error of the call.
   */
  <Data = unknown>(request: ApiRequest): Promise<ApiResult<Data>>;
  /**
   * Iterates over a list with the list envelope of the API: `items` and `next_starting_after`.
   *
   * @throws InstantlyError while iterating, as for the lists of this client.
   */
  iterate<Item = unknown>(request: ApiListRequest, options?: IterateOptions): Iteration<Item>;
}

const FIELDS: Readonly<Record<keyof ApiRequest, true>> = {
  method: true,
  path: true,
  params: true,
  query: true,
  body: true,
  effect: true,
  signal: true,
  timeouts: true,
  priority: true,
  hooks: true,
};
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const EFFECTS: readonly (Effect | undefined)[] = ["read", "create", "update", "delete", "send"];

/** Creates the function that requests any route, on the same call path as the resources. */
export function requestRoute(baseUrl: string, timeouts: ResolvedTimeouts, send: CallHandler): RequestRoute {
  const createRouteCall = (given: unknown): Call => {
    assertKnownNames("request", given, FIELDS, invalidRequest);
    const { method, path, params, query, body, effect, ...options } = given as ApiRequest;
    if (!METHODS.includes(method))
      throw invalidRequest(`method must be one of ${METHODS.join(", ")}, received ${describeValue(method)}`);
    const filled = routePath(path, params);
    const operation = operationOf(method, filled, path, effect);
    if (query !== undefined && (typeof query !== "object" || query === null || Array.isArray(query)))
      throw invalidRequest("query must be an object of parameters", operation);
    if (body !== undefined && method === "GET") throw invalidRequest("a GET has no body: use query", operation);
    const text = body === undefined ? undefined : jsonText(body, operation);
    const url = `${baseUrl}${filled}${queryString(query, operation)}`;
    return createCall(operation, url, assertSafeBody(operation, text, body), timeouts, options as CallOptions);
  };
  const request = async (given: unknown) => {
    const call = readOptions(() => createRouteCall(given), invalidRequest);
    const data = await keepResponse(call, send(call));
    return { data, status: call.response?.status ?? 0, headers: call.response?.headers() ?? {} };
  };
  const iterate = <Item>(given: ApiListRequest, givenOptions: IterateOptions = {}) => {
    const { list, options } = readOptions(() => ({ list: { ...given }, options: { ...givenOptions } }), invalidRequest);
    // Checked now, so that a mistake shows where it was made.
    const { operation } = readOptions(() => createRouteCall(list), invalidRequest);
    if (operation.effect !== "read")
      throw invalidRequest(
        `iterate reads a list: pass effect: "read" if ${operation.pathTemplate} changes nothing`,
        operation,
      );
    const place = list.method === "GET" ? "query" : "body";
    const fetchPage = async (cursor: string | undefined, signal: AbortSignal | undefined) => {
      const { signal: _, timeouts: limits, priority, hooks } = options;
      const page = cursor === undefined ? list : { ...list, [place]: { ...list[place], starting_after: cursor } };
      const call = readOptions(
        () => createRouteCall({ ...page, timeouts: limits, priority, hooks, signal }),
        invalidRequest,
      );
      const response = (await keepResponse(call, send(call))) as ListResponse<Item> | null | undefined;
      if (!Array.isArray(response?.items))
        throw callError(call, "invalid_response", "unknown", "the response has no items");
      return response;
    };
    return iteration<Item>(operation, fetchPage, options);
  };
  return Object.assign(request as RequestRoute, { iterate });
}

/** The operation of the route; for any other route, one that is as careful as its effect demands. */
function operationOf(
  method: ApiRequest["method"],
  filled: string,
  path: string,
  effect: Effect | undefined,
): Operation {
  const known = findOperation(method, filled);
  if (effect !== undefined && !EFFECTS.includes(effect))
    throw invalidRequest(`effect must be one of ${EFFECTS.join(", ")}, received ${describeValue(effect)}`);
  if (known && effect !== undefined && effect !== known.effect)
    throw invalidRequest(`the effect of ${known.id} is ${known.effect}, not ${effect}: leave it out`, known);
  return (
    known ?? {
      id: "request",
      method,
      pathTemplate: pathTemplate(path),
      effect: effect ?? (method === "GET" ? "read" : "send"),
    }
  );
}
