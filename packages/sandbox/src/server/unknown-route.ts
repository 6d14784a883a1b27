import { suggestion } from "../nearest.ts";
import { operations } from "../operations.gen.ts";
import { Refusal } from "../refusal.ts";
import type { Mode } from "../wire/mode.ts";
import type { Route } from "./routes.ts";
import { RouteTable } from "./routes.ts";
import { vendorRoutes } from "./vendor-routes.ts";

const LONGEST = 80;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

const simulated: readonly Route[] = Object.values(operations).map(({ method, pathTemplate }) => ({
  method,
  path: pathTemplate,
}));
const simulatedNames = simulated.map(nameOf);
const all = new RouteTable([...simulated, ...vendorRoutes]);
const names = all.all.map(nameOf);
const METHODS = ["GET", "POST", "PATCH", "DELETE"];

/**
 * Why a request reached no route: Instantly has it and the sandbox does not simulate it (501), the path has other methods (404),
 * or there is no such route (404, in live mode with the number that the API puts behind it).
 */
export function unknownRoute(method: string, path: string, mode: Mode): Refusal {
  const asked = `${method} ${path}`.slice(0, LONGEST);
  const list = `simulated are ${simulatedNames.join(", ")}`;
  const known = routeOf(method, path);
  if (known !== undefined) {
    return new Refusal(501, `${nameOf(known)} is a route of Instantly that the sandbox does not simulate; ${list}`);
  }
  const notFound = mode === "live" ? "Resource not found [4042]" : "Resource not found";
  const close = suggestion(asked.replaceAll(UUID, "{id}").replace(/\/+$/, ""), names);
  const others = METHODS.flatMap((other) => routeOf(other, path) ?? []);
  const [other] = others;
  if (other === undefined) return new Refusal(404, `${notFound}: there is no route ${asked}; ${list}${close}`);
  const allowed = others.map((route) => route.method).join(", ");
  return new Refusal(
    404,
    `${notFound}: ${method} is no method of ${other.path}, which has ${allowed}; ${list}${close}`,
  );
}

/** Why a request reached none of the routes that control the sandbox. */
export function unknownControl(method: string, path: string, controls: readonly Route[]): Refusal {
  const asked = `${method} ${path}`.slice(0, LONGEST);
  const known = controls.map(nameOf);
  return new Refusal(404, `There is no ${asked}; known are ${known.join(", ")}${suggestion(asked, known)}`);
}

/** A slash at the end names no entity, so it makes another path. */
function routeOf(method: string, path: string): Route | undefined {
  const found = all.find(method, path);
  return found?.id === "" ? undefined : found?.route;
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
