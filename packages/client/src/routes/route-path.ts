import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import { isOpaque } from "../request/opaque-object.ts";

/** A segment of a path: fixed, or a placeholder in braces. */
const PATH = /^\/api\/v2(?:\/(?!\.+(?:\/|$))[\w@.+-]+|\/\{[\w-]+\})+$/;
const PLACEHOLDER = /\{([\w-]+)\}/g;

/**
 * Fills the placeholders of a path below `/api/v2`. Neither the path nor a value can reach another route.
 *
 * @throws InstantlyError `invalid_request`, which names the path or the parameter.
 */
export function routePath(path: unknown, params: unknown): string {
  if (typeof path !== "string" || !PATH.test(path)) {
    throw invalidRequest(
      `path must be a path below /api/v2 like "/api/v2/accounts/{email}", without a query, a trailing slash or "..": ` +
        `other characters belong into params or query; received ${describeValue(path)}`,
    );
  }
  if (
    params !== undefined &&
    (typeof params !== "object" || params === null || Array.isArray(params) || isOpaque(params))
  ) {
    throw invalidRequest(
      `params must be an object with a value for each placeholder of the path, received ${describeValue(params)}`,
    );
  }
  const values: Readonly<Record<string, unknown>> = { ...params };
  const names = Array.from(path.matchAll(PLACEHOLDER), ([, name = ""]) => name);
  const unused = Object.keys(values).find((name) => !names.includes(name));
  if (unused !== undefined) {
    const expected = names.length > 0 ? names.map((name) => `{${name}}`).join(", ") : "no placeholder";
    throw invalidRequest(`params.${unused} is not in the path, which has ${expected}`);
  }
  return path.replaceAll(PLACEHOLDER, (_, name: string) =>
    segment(name, Object.hasOwn(values, name) ? values[name] : undefined),
  );
}

/** Encodes a value as one segment. A separator or a dot segment could reach another route if a server decodes it. */
function segment(name: string, value: unknown): string {
  if (value === undefined) throw invalidRequest(`params.${name} is missing: the path has {${name}}`);
  // A larger number would be another one, and NaN none.
  const text = typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : value;
  if (typeof text !== "string" || !/^(?!\.+$)[^\s\p{C}/\\%?#]{1,256}$/u.test(text)) {
    throw invalidRequest(
      `params.${name} must be 1 to 256 characters without spaces, / \\ % ? and #, and not only dots; ` +
        `received ${describeValue(value)}`,
    );
  }
  return encodeURIComponent(text);
}

/**
 * Returns a path for hooks and errors, without the parts that may be values. Words of a route have lower-case letters and
 * hyphens only; ids, names, addresses and tokens usually do not.
 */
export function pathTemplate(path: string): string {
  const [, , , ...parts] = path.split("/");
  return ["/api/v2", ...parts.map((part) => (/^(?:[a-z][a-z-]{0,31}|\{[\w-]+\})$/.test(part) ? part : "{value}"))].join(
    "/",
  );
}
