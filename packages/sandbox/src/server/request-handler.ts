import { ApiError, errorBody } from "../api-error.ts";
import type { ServerContext } from "../server-context.ts";
import { httpDate } from "../state/virtual-clock.ts";
import { recordUnknownRoute } from "./call.ts";
import type { Exchange, RequestHead, SandboxResponse, ServedRoute } from "./exchange.ts";
import { jsonResponse, readableResponse } from "./exchange.ts";
import { checkBodyHead } from "./read-body.ts";
import { pathOf, queryOf, RouteTable } from "./routes.ts";
import { operationRoutes } from "./serve-operations.ts";
import { unknownControl, unknownRoute } from "./unknown-route.ts";

const CONTROL = "/_sandbox";

/** Handles requests independently of the transport. */
export class RequestHandler {
  readonly #parts: ServerContext;
  readonly #routes: RouteTable<ServedRoute>;
  readonly #controls: readonly ServedRoute[];

  constructor(context: ServerContext, controlRoutes: readonly ServedRoute[]) {
    this.#parts = context;
    this.#controls = controlRoutes;
    this.#routes = new RouteTable([...operationRoutes(context), ...controlRoutes]);
  }

  /** Handles the head of a request. Returns a response, or an exchange that continues with the body. */
  begin(request: RequestHead): Exchange | SandboxResponse {
    const { method, url } = request;
    const path = pathOf(url);
    let found: ReturnType<RouteTable<ServedRoute>["find"]>;
    try {
      found = this.#routes.find(method, path);
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

  #unknown(method: string, path: string): ApiError {
    return path.startsWith(CONTROL)
      ? unknownControl(method, path, this.#controls)
      : unknownRoute(method, path, this.#parts.state.settings.mode);
  }

  #rejectUnknown(request: RequestHead, path: string, error: unknown): SandboxResponse {
    if (!(error instanceof ApiError)) throw error;
    if (path.startsWith("/api/")) recordUnknownRoute(request, this.#parts, error.status);
    const body = errorBody(error.status, error.message);
    if (path.startsWith(CONTROL)) return readableResponse(error.status, body);
    return jsonResponse(error.status, body, { date: httpDate(this.#parts.state.database.clock.now) });
  }
}
