import { ApiError } from "../api-error.ts";

const MAX_PARAMETER_LENGTH = 100;

/** A route of the sandbox: a method and a path, in which `{id}` matches any one segment. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** A matching route, with the value of `{id}`. */
export interface FoundRoute<Found extends Route> {
  readonly route: Found;
  readonly id: string | undefined;
}

/** Finds routes by method and path. An exact path takes precedence over one with `{id}`. */
export class RouteTable<Entry extends Route> {
  readonly all: readonly Entry[];
  /** By method and path. */
  readonly #exact = new Map<string, Map<string, Entry>>();
  readonly #templates: readonly { readonly route: Entry; readonly segments: readonly string[] }[];

  constructor(routes: readonly Entry[]) {
    this.all = routes;
    for (const route of routes) {
      const paths = this.#exact.get(route.method) ?? new Map<string, Entry>();
      this.#exact.set(route.method, paths.set(route.path, route));
    }
    this.#templates = routes
      .filter(({ path }) => path.includes("{"))
      .map((route) => ({ route, segments: route.path.split("/") }));
  }

  /**
   * Finds the route of a request.
   *
   * @throws ApiError 400 for an invalid encoding, 414 for an id of more than 100 characters.
   */
  find(method: string, path: string): FoundRoute<Entry> | undefined {
    const route = this.#exact.get(method)?.get(path);
    if (route !== undefined) return { route, id: undefined };
    const segments = path.split("/").map((segment) => decoded(segment, path));
    const plain = path.includes("%") ? this.#exactly(method, segments) : undefined;
    if (plain !== undefined) return { route: plain, id: undefined };
    for (const { route: template, segments: wanted } of this.#templates) {
      if (template.method !== method || wanted.length !== segments.length) continue;
      const at = wanted.findIndex((segment) => segment.startsWith("{"));
      if (wanted.every((segment, index) => index === at || segment === segments[index])) {
        return { route: template, id: checkedLength(segments[at] ?? "", path) };
      }
    }
    return undefined;
  }

  /** An encoded slash is part of a segment, not a separator. */
  #exactly(method: string, segments: readonly string[]): Entry | undefined {
    return segments.some((segment) => segment.includes("/"))
      ? undefined
      : this.#exact.get(method)?.get(segments.join("/"));
  }
}

/** The path of a request URL, without query and fragment. */
export function pathOf(url: string): string {
  const end = endOfPath(url);
  return end < 0 ? url : url.slice(0, end);
}

/** The query of a request URL, or an empty string. */
export function queryOf(url: string): string {
  const start = endOfPath(url);
  return start < 0 ? "" : url.slice(start + 1);
}

/** The index of the first `?` or `#`, or -1. */
function endOfPath(url: string): number {
  const [query, fragment] = [url.indexOf("?"), url.indexOf("#")];
  return query < 0 || fragment < 0 ? Math.max(query, fragment) : Math.min(query, fragment);
}

function decoded(segment: string, path: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ApiError(400, `'${path.slice(0, MAX_PARAMETER_LENGTH)}' is not a valid url component`);
  }
}

function checkedLength(id: string, path: string): string {
  if (id.length <= MAX_PARAMETER_LENGTH) return id;
  throw new ApiError(414, `'${path.slice(0, MAX_PARAMETER_LENGTH)}...' is exceeding the max param length`);
}
