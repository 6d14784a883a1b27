import { Refusal } from "../refusal.ts";

const LONGEST_PARAMETER = 100;

/** A route of the sandbox: a method and a path whose `{id}` stands for any one segment. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** A route that was found, with what stands in place of `{id}`. */
export interface FoundRoute<Found extends Route> {
  readonly route: Found;
  readonly id: string | undefined;
}

/** Finds routes by method and path: an exact path goes before one with `{id}`. */
export class RouteTable<Entry extends Route> {
  readonly all: readonly Entry[];
  readonly #exact = new Map<string, Entry>();
  readonly #templates: readonly { readonly route: Entry; readonly segments: readonly string[] }[];

  constructor(routes: readonly Entry[]) {
    this.all = routes;
    for (const route of routes) this.#exact.set(`${route.method} ${route.path}`, route);
    this.#templates = routes
      .filter(({ path }) => path.includes("{"))
      .map((route) => ({ route, segments: route.path.split("/") }));
  }

  /**
   * Finds the route of a request.
   *
   * @throws Refusal 400 for a path that is wrongly encoded, 414 for an id of more than a hundred characters.
   */
  find(method: string, path: string): FoundRoute<Entry> | undefined {
    const route = this.#exact.get(`${method} ${path}`);
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

  /** A slash that was encoded is part of a segment and divides nothing. */
  #exactly(method: string, segments: readonly string[]): Entry | undefined {
    return segments.some((segment) => segment.includes("/"))
      ? undefined
      : this.#exact.get(`${method} ${segments.join("/")}`);
  }
}

/** The path of a URL as a request line has it, without query and fragment. */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** What follows the path of a URL: the query, or nothing. */
export function queryOf(url: string): string {
  const start = url.search(/[?#]/);
  return start < 0 ? "" : url.slice(start + 1);
}

function decoded(segment: string, path: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, `'${path.slice(0, LONGEST_PARAMETER)}' is not a valid url component`);
  }
}

function checkedLength(id: string, path: string): string {
  if (id.length <= LONGEST_PARAMETER) return id;
  throw new Refusal(414, `'${path.slice(0, LONGEST_PARAMETER)}...' is exceeding the max param length`);
}
