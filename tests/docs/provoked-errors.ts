import type { InstantlyClient, InstantlyClientOptions, InstantlyErrorCode } from "@modulex-instantly/client";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";

/** Ways in which a code comes about, so that the documentation of its fields can be held against real errors. */
export type Provocations = Readonly<Record<InstantlyErrorCode, readonly (() => Promise<unknown>)[]>>;

const LEAD_ID = "01a06110-96fe-736c-901d-d4baca7d79c9";

const refused = (status: number, headers: Record<string, string> = {}): readonly (() => Promise<unknown>)[] => {
  const body = { statusCode: status, error: "Refused", message: "the API's own words" };
  const withWords = clientWith(() => Response.json(body, { status, headers }));
  const withoutWords = clientWith(() => Response.json({}, { status, headers }));
  return [read(withWords), write(withWords), read(withoutWords)];
};

export const provocations: Provocations = {
  invalid_config: [
    async () => createInstantlyClient({ apiKey: "" }),
    async () => createInstantlyClient({ apiKey: "key", baseUrl: "http://example.com" }),
    async () => createRateLimiter({ paddingMs: -1 }),
  ],
  invalid_request: [
    () => clientWith(neverAsked).leads.get(".."),
    () => clientWith(neverAsked).leads.deleteMany({}),
    () => clientWith(neverAsked).leads.iterate().collect({ max: -1 }),
    () => clientWith(neverAsked).raw.GET("/api/v2/leads/{id}", { params: { path: { id: ".." } } }),
  ],
  bad_request: [...refused(400), ...refused(422)],
  unauthorized: refused(401),
  payment_required: refused(402),
  forbidden: refused(403),
  not_found: refused(404),
  conflict: refused(409),
  rate_limited: [...refused(429), ...refused(429, { "retry-after": "3" })],
  server_error: [...refused(500), ...refused(503, { "retry-after": "3" })],
  edge_error: [
    ...both(() => new Response("<!doctype html>", { status: 403, headers: { "content-type": "text/html" } })),
    ...both(() => new Response("error code: 1010", { status: 403 })),
  ],
  network: [...both(() => failing("ECONNRESET")), ...both(() => failing("ECONNREFUSED"))],
  tls: both(() => failing("CERT_HAS_EXPIRED")),
  timeout: [...both(() => new Promise<never>(() => undefined)), ...refused(408), () => twoCallsForOneSlot(10)],
  aborted: [
    () => clientWith(neverAsked).campaigns.list({}, { signal: AbortSignal.abort() }),
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
    timeouts: { readAttemptMs: 30, writeAttemptMs: 30, overallMs: 60 },
    fetch: async () => respond(),
    ...more,
  });
}

/** A read and a write with the same answer: their outcomes differ. */
function both(
  respond: () => Response | Promise<Response>,
  { signal }: { readonly signal?: () => AbortSignal } = {},
): readonly (() => Promise<unknown>)[] {
  const client = clientWith(respond);
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

function neverAsked(): never {
  throw new Error("nothing may be sent here");
}

/** The first call takes the only slot of the minute; the second one waits, if there is room to wait. */
async function twoCallsForOneSlot(maxQueue: number): Promise<unknown> {
  const rateLimiter = { maxQueue, workspace: [{ requests: 1, windowMs: 60_000 }] };
  const client = clientWith(() => Response.json({ items: [] }), { rateLimiter });
  await client.campaigns.list();
  return client.campaigns.list();
}
