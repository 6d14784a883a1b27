import { ApiError } from "../api-error.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { Mode } from "../serialize/mode.ts";
import { operations } from "../spec/operations.gen.ts";
import type { Route } from "./routes.ts";
import { RouteTable } from "./routes.ts";
import { vendorRoutes } from "./vendor-routes.ts";

const MAX_LENGTH = 80;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

const METHODS = ["GET", "POST", "PATCH", "DELETE"];

/** The simulated routes, and all routes of Instantly. */
interface KnownRoutes {
  readonly simulatedNames: readonly string[];
  readonly all: RouteTable<Route>;
  readonly names: readonly string[];
}

let known: KnownRoutes | undefined;

/** The known routes. They are collected on first use, because most sandboxes never need them. */
function knownRoutes(): KnownRoutes {
  known ??= collect();
  return known;
}

function collect(): KnownRoutes {
  const simulated = Object.values(operations).map(({ method, pathTemplate }) => ({ method, path: pathTemplate }));
  const simulatedNames = simulated.map(nameOf);
  const others = vendorRoutes.filter((route) => !simulatedNames.includes(nameOf(route)));
  const all = new RouteTable<Route>([...simulated, ...others]);
  return { simulatedNames, all, names: all.all.map(nameOf) };
}

/**
 * The error for an unknown route: a 501 if Instantly has the route but the sandbox does not simulate it, otherwise a 404
 * that names the other methods of the path or the nearest route. In live mode it has the number of the API's message.
 */
export function unknownRoute(method: string, path: string, mode: Mode): ApiError {
  const asked = `${method} ${path}`.slice(0, MAX_LENGTH);
  const { simulatedNames, names } = knownRoutes();
  const list = `simulated are ${simulatedNames.join(", ")}`;
  const real = routeOf(method, path);
  if (real !== undefined) {
    return new ApiError(501, `${nameOf(real)} is a route of Instantly that the sandbox does not simulate; ${list}`);
  }
  const notFound = mode === "live" ? "Resource not found [4042]" : "Resource not found";
  const close = suggestion(asked.replaceAll(UUID, "{id}").replace(/\/+$/, ""), names);
  const others = METHODS.flatMap((other) => routeOf(other, path) ?? []);
  const [other] = others;
  if (other === undefined) return new ApiError(404, `${notFound}: there is no route ${asked}; ${list}${close}`);
  const allowed = others.map((route) => route.method).join(", ");
  return new ApiError(
    404,
    `${notFound}: ${method} is no method of ${other.path}, which has ${allowed}; ${list}${close}`,
  );
}

/** The error for an unknown control route. */
export function unknownControl(method: string, path: string, controls: readonly Route[]): ApiError {
  const asked = `${method} ${path}`.slice(0, MAX_LENGTH);
  const names = controls.map(nameOf);
  return new ApiError(404, `There is no ${asked}; known are ${names.join(", ")}${suggestion(asked, names)}`);
}

/** A path with a trailing slash is another path. */
function routeOf(method: string, path: string): Route | undefined {
  const found = knownRoutes().all.find(method, path);
  return found?.id === "" ? undefined : found?.route;
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
