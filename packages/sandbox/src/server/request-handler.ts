import { controlRoutes } from "../control/serve-control.ts";
import { Refusal, refusalBody } from "../refusal.ts";
import { httpDate } from "../state/virtual-clock.ts";
import { recordStray } from "./call.ts";
import type { Exchange, RequestHead, SandboxResponse, ServedRoute } from "./exchange.ts";
import { jsonResponse, readableResponse } from "./exchange.ts";
import { checkBodyHead } from "./read-body.ts";
import { pathOf, queryOf, RouteTable } from "./routes.ts";
import type { SandboxParts } from "./sandbox-parts.ts";
import { operationRoutes } from "./serve-operations.ts";
import { unknownControl, unknownRoute } from "./unknown-route.ts";

const CONTROL = "/_sandbox";

/** Answers requests, whether they came over a socket or not. It knows of no connection. */
export class RequestHandler {
  readonly #parts: SandboxParts;
  readonly #routes: RouteTable<ServedRoute>;
  readonly #controls: readonly ServedRoute[];

  constructor(parts: SandboxParts) {
    this.#parts = parts;
    this.#controls = controlRoutes(parts);
    this.#routes = new RouteTable([...operationRoutes(parts), ...this.#controls]);
  }

  /** Begins with the head of a request: a response at once, or an exchange that goes on with the body. */
  begin(request: RequestHead): Exchange | SandboxResponse {
    const { method, url } = request;
    const path = pathOf(url);
    let found: ReturnType<RouteTable<ServedRoute>["find"]>;
    try {
      found = this.#routes.find(method, path);
      if (found === undefined) throw this.#unknown(method, path);
    } catch (error) {
      return this.#stray(request, path, error);
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

  #unknown(method: string, path: string): Refusal {
    return path.startsWith(CONTROL)
      ? unknownControl(method, path, this.#controls)
      : unknownRoute(method, path, this.#parts.state.settings.mode);
  }

  #stray(request: RequestHead, path: string, error: unknown): SandboxResponse {
    if (!(error instanceof Refusal)) throw error;
    if (path.startsWith("/api/")) recordStray(request, this.#parts, error.status);
    const body = refusalBody(error.status, error.message);
    if (path.startsWith(CONTROL)) return readableResponse(error.status, body);
    return jsonResponse(error.status, body, { date: httpDate(this.#parts.state.world.clock.now) });
  }
}
