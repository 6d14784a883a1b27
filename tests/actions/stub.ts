import type { InstantlyClient } from "@modulex-instantly/client";
import { testClient } from "../contract/test-client.ts";

/** A `fetch` that calls a function instead of the network, and counts requests. */
export interface Stub {
  readonly fetch: typeof fetch;
  /** A client with this `fetch` and without retries. */
  readonly client: InstantlyClient;
  readonly bodies: string[];
  requests(): number;
}

/** Creates a stub; by default it responds with an empty object. */
export function stub(
  respond: (signal: AbortSignal | undefined) => Response | Promise<Response> = () => Response.json({}),
): Stub {
  const bodies: string[] = [];
  const stubbed: typeof fetch = async (_, init) => {
    bodies.push(String(init?.body ?? ""));
    return respond(init?.signal ?? undefined);
  };
  return { fetch: stubbed, client: testClient({ fetch: stubbed }), bodies, requests: () => bodies.length };
}
