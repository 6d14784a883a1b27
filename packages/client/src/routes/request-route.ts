import { callError } from "../call/call-error.ts";
import type { CallOptions, IterateOptions } from "../call/call-options.ts";
import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { findOperation } from "../operations/find-operation.ts";
import type { Effect, Operation } from "../operations/operation.ts";
import { assertKnownNames, readOptions } from "../options/with-defaults.ts";
import type { Iteration } from "../pagination/iteration.ts";
import { iteration } from "../pagination/iteration.ts";
import type { ListResponse } from "../pagination/walk-pages.ts";
import type { CallPath, CallSteps } from "../request/perform-call.ts";
import { CALL_OPTIONS, performCall, rejectCall } from "../request/perform-call.ts";
import { queryString } from "../request/query-string.ts";
import { assertSafeBody, jsonText } from "../request/request-body.ts";
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

/** A checked request. */
interface Route {
  readonly operation: Operation;
  readonly url: string;
  readonly body: string | undefined;
  readonly options: CallOptions;
}

/** Creates the function that requests any route, on the same call path as the resources. */
export function requestRoute(path: CallPath): RequestRoute {
  const perform = <Result>(given: unknown, read: CallSteps<Result>["read"]): Promise<Result> => {
    let route: Route;
    try {
      route = checkedRoute(path.baseUrl, given);
    } catch (thrown) {
      return rejectCall(path, given, thrown);
    }
    const { operation, options, url, body } = route;
    return performCall(path, operation, options, { read, fill: (call) => void Object.assign(call, { url, body }) });
  };
  const request = (given: unknown) =>
    perform(given, (data, { response }) => ({
      data,
      status: response?.status ?? 0,
      headers: response?.headers() ?? {},
    }));
  const iterate = <Item>(given: ApiListRequest, givenOptions: IterateOptions = {}) => {
    const { list, options } = readOptions(() => ({ list: { ...given }, options: { ...givenOptions } }), invalidRequest);
    // Checked now, so that a mistake shows where it was made.
    const misplaced = Object.keys(list).find((name) => Object.hasOwn(CALL_OPTIONS, name));
    if (misplaced)
      throw invalidRequest(`request.${misplaced} is an option of the iteration: pass it as second argument`);
    const { operation } = checkedRoute(path.baseUrl, list);
    assertKnownNames("options", options, CALL_OPTIONS, (message) => invalidRequest(message, operation));
    if (operation.effect !== "read")
      throw invalidRequest(
        `iterate reads a list: pass effect: "read" if ${operation.pathTemplate} changes nothing`,
        operation,
      );
    const place = list.method === "GET" ? "query" : "body";
    const fetchPage = (cursor: string | undefined, signal: AbortSignal | undefined) => {
      const { signal: _, timeouts, priority, hooks } = options;
      const page = cursor === undefined ? list : { ...list, [place]: { ...list[place], starting_after: cursor } };
      return perform({ ...page, timeouts, priority, hooks, signal }, (data, call) => {
        const response = data as ListResponse<Item> | null | undefined;
        if (!Array.isArray(response?.items))
          throw callError(
            call,
            "invalid_response",
            "unknown",
            "the response has no list of items: call request instead",
          );
        return response;
      });
    };
    return iteration<Item>(operation, fetchPage, options);
  };
  return Object.assign(request as RequestRoute, { iterate });
}

function checkedRoute(baseUrl: string, given: unknown): Route {
  return readOptions(() => {
    assertKnownNames("request", given, FIELDS, invalidRequest);
    const { method, path, params, query, body, effect, ...options } = given as ApiRequest;
    if (!METHODS.includes(method))
      throw invalidRequest(`method must be one of ${METHODS.join(", ")}, received ${describeValue(method)}`);
    const filled = routePath(path, params);
    const operation = operationOf(method, filled, path, effect);
    if (query !== undefined && (typeof query !== "object" || query === null || Array.isArray(query)))
      throw invalidRequest(`query must be an object of parameters, received ${describeValue(query)}`, operation);
    if (body !== undefined && method === "GET") throw invalidRequest("a GET has no body: use query", operation);
    const text = body === undefined ? undefined : jsonText(body, operation);
    const url = `${baseUrl}${filled}${queryString(query, operation)}`;
    return { operation, url, body: assertSafeBody(operation, text, body), options };
  }, invalidRequest);
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
