import type { InstantlyClient, InstantlyClientOptions, InstantlyErrorCode } from "@modulex-instantly/client";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";

/** Calls that cause each error code, to compare the documentation of its fields with real errors. */
export type ErrorTriggers = Readonly<Record<InstantlyErrorCode, readonly (() => Promise<unknown>)[]>>;

const LEAD_ID = "01a06110-96fe-736c-901d-d4baca7d79c9";

/** Only for calls that must time out: on a busy machine, any call may take longer. */
const SHORT = { readAttemptMs: 30, writeAttemptMs: 30, overallMs: 60 };

const rejectedWith = (status: number, headers: Record<string, string> = {}): readonly (() => Promise<unknown>)[] => {
  const body = { statusCode: status, error: "Refused", message: "the API's own words" };
  const withWords = clientWith(() => Response.json(body, { status, headers }));
  const withoutWords = clientWith(() => Response.json({}, { status, headers }));
  return [read(withWords), write(withWords), read(withoutWords)];
};

export const errorTriggers: ErrorTriggers = {
  invalid_config: [
    async () => createInstantlyClient({ apiKey: "" }),
    async () => createInstantlyClient({ apiKey: "key", baseUrl: "http://example.com" }),
    async () => createRateLimiter({ paddingMs: -1 }),
  ],
  invalid_request: [
    () => clientWith(neverCalled).leads.get(".."),
    () => clientWith(neverCalled).leads.deleteMany({}),
    () => clientWith(neverCalled).leads.iterate().collect({ max: -1 }),
    () => clientWith(neverCalled).raw.GET("/api/v2/leads/{id}", { params: { path: { id: ".." } } }),
  ],
  bad_request: [...rejectedWith(400), ...rejectedWith(422)],
  unauthorized: rejectedWith(401),
  payment_required: rejectedWith(402),
  forbidden: rejectedWith(403),
  not_found: rejectedWith(404),
  conflict: rejectedWith(409),
  rate_limited: [...rejectedWith(429), ...rejectedWith(429, { "retry-after": "3" })],
  server_error: [...rejectedWith(500), ...rejectedWith(503, { "retry-after": "3" })],
  edge_error: [
    ...both(() => new Response("<!doctype html>", { status: 403, headers: { "content-type": "text/html" } })),
    ...both(() => new Response("error code: 1010", { status: 403 })),
  ],
  network: [...both(() => failing("ECONNRESET")), ...both(() => failing("ECONNREFUSED"))],
  tls: both(() => failing("CERT_HAS_EXPIRED")),
  timeout: [
    ...both(() => new Promise<never>(() => undefined), { timeouts: SHORT }),
    ...rejectedWith(408),
    () => twoCallsForOneSlot(10),
  ],
  aborted: [
    () => clientWith(neverCalled).campaigns.list({}, { signal: AbortSignal.abort() }),
    ...both(() => new Promise<never>(() => undefined), { signal: () => AbortSignal.timeout(10) }),
  ],
  queue_full: [() => twoCallsForOneSlot(0)],
  invalid_response: [
    ...both(() => new Response("", { status: 200 })),
    ...both(() => new Response('{"items": [', { status: 200 })),
    ...both(() => Response.json({ error: "ACC_AUTH_ERROR" })),
    ...both(() => failing("HPE_INVALID_CONSTANT")),
  ],
  response_too_large: both(() => new Response(new Uint8Array(2 ** 25 + 1), { headers: { "content-encoding": "x" } })),
  unexpected_redirect: both(() => new Response(null, { status: 302, headers: { location: "https://example.com" } })),
  pagination_guard: [
    () => {
      const page = () => Response.json({ items: [{ id: "a" }], next_starting_after: "a" });
      return clientWith(page).campaigns.iterate().collect({ max: 10 });
    },
  ],
};

function clientWith(
  respond: () => Response | Promise<Response>,
  more: Partial<InstantlyClientOptions> = {},
): InstantlyClient {
  return createInstantlyClient({
    apiKey: "key",
    retry: false,
    rateLimiter: false,
    fetch: async () => respond(),
    ...more,
  });
}

/** A read and a write with the same response: their outcomes differ. */
function both(
  respond: () => Response | Promise<Response>,
  { signal, ...more }: Partial<InstantlyClientOptions> & { readonly signal?: () => AbortSignal } = {},
): readonly (() => Promise<unknown>)[] {
  const client = clientWith(respond, more);
  return [read(client, signal), write(client, signal)];
}

function read(client: InstantlyClient, signal?: () => AbortSignal): () => Promise<unknown> {
  return () => client.leads.get(LEAD_ID, { signal: signal?.() });
}

function write(client: InstantlyClient, signal?: () => AbortSignal): () => Promise<unknown> {
  return () => client.campaigns.activate(LEAD_ID, { signal: signal?.() });
}

function failing(code: string): never {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

function neverCalled(): never {
  throw new Error("nothing must be sent here");
}

/** The first call uses the only slot of the minute; the second one waits if the queue has space. */
async function twoCallsForOneSlot(maxQueue: number): Promise<unknown> {
  const rateLimiter = { maxQueue, workspace: [{ requests: 1, windowMs: 60_000 }] };
  const client = clientWith(() => Response.json({ items: [] }), { rateLimiter });
  await client.campaigns.list();
  return client.campaigns.list({}, { timeouts: SHORT });
}
