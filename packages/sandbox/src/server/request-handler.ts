import { ApiError, errorBody } from "../api-error.ts";
import type { ServerContext } from "../server-context.ts";
import { httpDate } from "../state/virtual-clock.ts";
import { recordUnknownRoute } from "./call.ts";
import type { Exchange, RequestHead, SandboxResponse, ServedRoute } from "./exchange.ts";
import { jsonResponse, readableResponse } from "./exchange.ts";
import { guardAddress } from "./guard-address.ts";
import { checkBodyHead } from "./read-body.ts";
import { pathOf, queryOf, RouteTable } from "./routes.ts";
import { operationRoutes } from "./serve-operations.ts";
import { unknownControl, unknownRoute } from "./unknown-route.ts";

const CONTROL = "/_sandbox";

/** Finds a file of the page by method and path. */
export type PageFinder = (method: string, path: string) => ServedRoute | undefined;

/** Handles requests independently of the transport. */
export class RequestHandler {
  readonly #parts: ServerContext;
  readonly #routes: RouteTable<ServedRoute>;
  readonly #controls: readonly ServedRoute[];
  readonly #page: PageFinder | undefined;

  constructor(context: ServerContext, controlRoutes: readonly ServedRoute[], page?: PageFinder) {
    this.#page = page;
    this.#parts = context;
    this.#controls = controlRoutes;
    this.#routes = new RouteTable([...operationRoutes(context), ...controlRoutes]);
  }

  /** Handles the head of a request. Returns a response, or an exchange that continues with the body. */
  begin(request: RequestHead): Exchange | SandboxResponse {
    const { method, url } = request;
    const path = pathOf(url);
    let found: ReturnType<RouteTable<ServedRoute>["find"]>;
    let failure: unknown;
    try {
      found = this.#routes.find(method, path) ?? this.#pageRoute(method, path);
    } catch (error) {
      failure = error;
    }
    // The decoded path is known, so no encoding of a path leads around the check.
    guardAddress(request, found?.route.isPage === true);
    try {
      if (failure !== undefined) throw failure;
      if (found === undefined) throw this.#unknown(method, path);
    } catch (error) {
      return this.#rejectUnknown(request, path, error);
    }
    const exchange = found.route.open(request, { id: found.id, query: queryOf(url) });
    if ("status" in exchange || exchange.bodyLimit === undefined) return exchange;
    try {
      checkBodyHead(request.headers, exchange.bodyLimit);
      return exchange;
    } catch (error) {
      return exchange.refuse(error);
    }
  }

  #pageRoute(method: string, path: string): ReturnType<RouteTable<ServedRoute>["find"]> {
    const route = this.#page?.(method, path);
    return route === undefined ? undefined : { route, id: undefined };
  }

  #unknown(method: string, path: string): ApiError {
    return path.startsWith(CONTROL)
      ? unknownControl(method, path, this.#controls)
      : unknownRoute(method, path, this.#parts.state.settings.mode);
  }

  #rejectUnknown(request: RequestHead, path: string, error: unknown): SandboxResponse {
    if (!(error instanceof ApiError)) throw error;
    const body = errorBody(error.status, error.message);
    if (path.startsWith(CONTROL)) return readableResponse(error.status, body);
    const response = jsonResponse(error.status, body, { date: httpDate(this.#parts.state.database.clock.now) });
    if (path.startsWith("/api/")) recordUnknownRoute(request, this.#parts, response, error.message);
    return response;
  }
}
