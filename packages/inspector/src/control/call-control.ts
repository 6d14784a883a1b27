import type { ControlRoutes } from "@modulex-instantly/sandbox";

/** A control route, such as `GET /mails/{id}`. */
export type RouteName = keyof ControlRoutes;

/** What a route returns. */
export type ControlResponse<Name extends RouteName> = ControlRoutes[Name]["response"];

/** What a route needs: its id, query and body, as far as it has them. */
export type ControlRequest<Name extends RouteName> = Part<Name, "id"> &
  Partial<Part<Name, "query">> &
  Part<Name, "body">;

type Part<Name extends RouteName, Key extends string> =
  ControlRoutes[Name] extends Readonly<Record<Key, infer Value>> ? Readonly<Record<Key, Value>> : unknown;

/** The parts of any request, whatever its route. */
interface AnyRequest {
  readonly id?: string;
  readonly query?: object;
  readonly body?: unknown;
}

/** Why a control route did not do what it was asked. */
export class ControlError extends Error {
  /** Null if the sandbox did not respond at all. */
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.name = "ControlError";
    this.status = status;
  }
}

/**
 * Calls a control route.
 *
 * @throws ControlError with the message of the sandbox, or saying that it does not respond.
 */
export async function callControl<Name extends RouteName>(
  name: Name,
  request: ControlRequest<Name>,
  signal?: AbortSignal,
): Promise<ControlResponse<Name>> {
  const { id, query, body }: AnyRequest = request;
  const [method = "GET", path = ""] = name.split(" ");
  const url = `/_sandbox${path.replace("{id}", encodeURIComponent(id ?? ""))}${queryText(query)}`;
  const init: RequestInit = { method, signal: signal ?? null };
  if (method !== "GET")
    Object.assign(init, { headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) });
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, init);
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ControlError("The sandbox does not respond. It may have been stopped.", null);
  }
  const value = readJson(text);
  if (response.ok && value !== undefined) return value as ControlResponse<Name>;
  throw new ControlError(
    errorMessage(value) ?? `The sandbox responded with the status ${response.status}.`,
    response.status,
  );
}

/** `?a=1&b=2` without the values that are undefined or empty; an empty string if nothing is left. */
function queryText(query: object | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== "");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorMessage(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("message" in value)) return undefined;
  return typeof value.message === "string" ? value.message : undefined;
}
