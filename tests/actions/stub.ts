import type { InstantlyClient } from "@modulex-instantly/client";
import { testClient } from "../contract/test-client.ts";

/** A `fetch` that runs a function in place of the network, and counts. */
export interface Stub {
  readonly fetch: typeof fetch;
  /** A client over it that sends each request once. */
  readonly client: InstantlyClient;
  readonly bodies: string[];
  requests(): number;
}

/** Builds a stub; without a function it answers with an empty object. */
export function stub(
  answer: (signal: AbortSignal | undefined) => Response | Promise<Response> = () => Response.json({}),
): Stub {
  const bodies: string[] = [];
  const stubbed: typeof fetch = async (_, init) => {
    bodies.push(String(init?.body ?? ""));
    return answer(init?.signal ?? undefined);
  };
  return { fetch: stubbed, client: testClient({ fetch: stubbed }), bodies, requests: () => bodies.length };
}
