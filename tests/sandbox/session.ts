import { deepEqual } from "node:assert/strict";
import type { OperationId, Sandbox } from "@modulex-instantly/sandbox";
import { responseProblems } from "./response-problems.ts";
import type { SessionResponse, SessionCall } from "./session-call.ts";

/** How many calls the sessions have made, by operation. */
export type CallCounts = Map<OperationId, number>;

/** Where a session takes place: a sandbox, and perhaps something in front of it. */
export interface SessionTarget {
  readonly sandbox: Sandbox;
  readonly fetch: typeof fetch;
  readonly origin: string;
  readonly counts: CallCounts;
}

/** A person at work on a sandbox, who looks at every answer. */
export class Session {
  readonly sandbox: Sandbox;
  readonly #target: SessionTarget;

  constructor(target: SessionTarget) {
    this.#target = target;
    this.sandbox = target.sandbox;
  }

  /**
   * Makes a call that ought to be answered with a status.
   *
   * @throws Error when another status comes back, when the answer is not as the spec says, or when Prism found failure.
   */
  async call<Body = unknown>(call: SessionCall, expected: number): Promise<Body> {
    const { counts } = this.#target;
    counts.set(call.operation, (counts.get(call.operation) ?? 0) + 1);
    const response = await this.#send(call);
    const answer: SessionResponse = { status: response.status, body: await response.json() };
    const problems = responseProblems(call.operation, answer.status, answer.body);
    problems.push(...violations(response, expected));
    if (problems.length > 0) throw new Error(`${asked(call)}\n${problems.join("\n")}`);
    deepEqual({ status: answer.status }, { status: expected }, `${asked(call)}: ${JSON.stringify(answer)}`);
    return answer.body as Body;
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

/** What Prism wrote into its header; of a request that was meant to be refused, only what it says of the answer. */
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
