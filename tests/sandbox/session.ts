import { deepEqual } from "node:assert/strict";
import type { OperationId, Sandbox } from "@modulex-instantly/sandbox";
import { responseProblems } from "./response-problems.ts";
import type { SessionCall, SessionResponse } from "./session-call.ts";

/** The number of calls by operation. */
export type CallCounts = Map<OperationId, number>;

/** The target of a session: a sandbox, optionally behind a proxy. */
export interface SessionTarget {
  readonly sandbox: Sandbox;
  readonly fetch: typeof fetch;
  readonly origin: string;
  readonly counts: CallCounts;
}

/** A sequence of calls to a sandbox that validates every response. */
export class Session {
  readonly sandbox: Sandbox;
  readonly #target: SessionTarget;

  constructor(target: SessionTarget) {
    this.#target = target;
    this.sandbox = target.sandbox;
  }

  /**
   * Makes a call with an expected status.
   *
   * @throws Error when the status differs, the response violates the spec, or Prism reports a violation.
   */
  async call<Body = unknown>(call: SessionCall, expected: number): Promise<Body> {
    const { counts } = this.#target;
    counts.set(call.operation, (counts.get(call.operation) ?? 0) + 1);
    const response = await this.#send(call);
    const received: SessionResponse = { status: response.status, body: await response.json() };
    const problems = responseProblems(call.operation, received.status, received.body);
    problems.push(...violations(response, expected));
    if (problems.length > 0) throw new Error(`${asked(call)}\n${problems.join("\n")}`);
    deepEqual({ status: received.status }, { status: expected }, `${asked(call)}: ${JSON.stringify(received)}`);
    return received.body as Body;
  }

  #send({
    method,
    path,
    query = {},
    body,
    key = this.sandbox.keys.full,
    headers = {},
  }: SessionCall): Promise<Response> {
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const address = `${this.#target.origin}${path}${search.size > 0 ? `?${search}` : ""}`;
    return this.#target.fetch(address, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** The violations in Prism's header. For a request that should be rejected, only those of the response. */
function violations(response: Response, expected: number): string[] {
  const header = response.headers.get("sl-violations");
  if (header === null) return [];
  if (expected < 400 || !header.startsWith("[")) return [header];
  const found = JSON.parse(header) as { readonly location: readonly string[] }[];
  return found.filter(({ location }) => location[0] !== "request").map((violation) => JSON.stringify(violation));
}

function asked({ method, path, query, body }: SessionCall): string {
  return `${method} ${path} ${JSON.stringify({ query, body })}`;
}
