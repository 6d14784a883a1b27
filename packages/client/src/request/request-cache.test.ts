import { afterEach, describe, expect, test, vi } from "vitest";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient } from "../index.ts";
import { InstantlyError } from "../index.ts";

afterEach(() => vi.unstubAllGlobals());

type Handler = (url: URL, init: RequestInit) => Response;

/** A `fetch` that caches every response, also of writes, as that of Next.js 14 can be configured to. */
function cachingFetch(origin: Handler): typeof fetch {
  const kept = new Map<string, { text: string; status: number; headers: Headers }>();
  return async (input, init = {}) => {
    const key = JSON.stringify([String(input), init.method, init.body]);
    const isFresh = init.cache === "no-store" || init.cache === "no-cache";
    const hit = isFresh ? undefined : kept.get(key);
    if (hit) return new Response(hit.text, hit);
    const response = origin(new URL(String(input)), init);
    const text = await response.clone().text();
    if (!isFresh && response.ok) kept.set(key, { text, status: response.status, headers: response.headers });
    return response;
  };
}

/** Rejects the field as older Cloudflare Workers do, in `fetch` and in `Request`. */
function refuse(init: RequestInit | undefined): void {
  if (init && "cache" in init) {
    throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.");
  }
}

class RefusingRequest extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    refuse(init);
    super(input, init);
  }
}

/** An API in which replies are stored, and counted requests tell one response from the next. */
function fakeApi() {
  const mails: object[] = [];
  const writes: string[] = [];
  let calls = 0;
  const origin: Handler = (url, init) => {
    calls += 1;
    if (init.method === "GET" && url.pathname.endsWith("/emails")) {
      const parent = { id: "mail-1", ue_type: 2, thread_id: "thread-1", timestamp_created: "2026-01-01T00:00:00Z" };
      return Response.json({ items: [...mails, parent] }, { headers: { date: new Date().toUTCString() } });
    }
    if (url.pathname.endsWith("/emails/reply")) {
      const { subject, eaccount, body } = JSON.parse(String(init.body));
      const timestamp_created = new Date().toISOString();
      mails.unshift({
        id: `sent-${calls}`,
        ue_type: 3,
        subject,
        eaccount,
        body,
        thread_id: "thread-1",
        timestamp_created,
      });
      writes.push(url.pathname);
      // The connection is cut after the reply was sent.
      throw new TypeError("fetch failed");
    }
    if (init.method !== "GET" && !url.pathname.endsWith("/list")) writes.push(url.pathname);
    return Response.json({ id: `id-${calls}`, items: [{ id: `item-${calls}` }] });
  };
  return { origin, writes, mails };
}

const reads: readonly (readonly [string, (client: InstantlyClient) => Promise<unknown>])[] = [
  ["emails.list", async ({ emails }) => (await emails.list()).items],
  ["leads.list", async ({ leads }) => (await leads.list({ campaign: "c-1" })).items],
  ["leads.iterate", ({ leads }) => leads.iterate().collect({ max: 1 })],
  ["leads.get", ({ leads }) => leads.get("lead-1")],
  ["campaigns.list", async ({ campaigns }) => (await campaigns.list()).items],
  ["leadLists.list", async ({ leadLists }) => (await leadLists.list()).items],
  ["raw.GET", async ({ raw }) => (await raw.GET("/api/v2/campaigns")).data],
  ["raw.POST of a list", async ({ raw }) => (await raw.POST("/api/v2/leads/list", { body: {} })).data],
];

const sent = { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "hello" };

async function replyAndReconcile(client: InstantlyClient, text: string): Promise<string> {
  const error: unknown = await client.emails.reply({ ...sent, body: { text } }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ outcome: "unknown" });
  return client.reconcile(error, { settleMs: 0 });
}

describe("over a fetch that caches", () => {
  test.each(reads)("%s reads fresh data", async (name, read) => {
    const { origin, mails } = fakeApi();
    const client = createInstantlyClient({ apiKey: "key", fetch: cachingFetch(origin) });
    const first = await read(client);
    if (name === "emails.list") mails.push({ id: "new" });
    expect(await read(client)).not.toEqual(first);
  });

  test("every write is sent, even if the same write was sent before", async () => {
    const { origin, writes } = fakeApi();
    const client = createInstantlyClient({ apiKey: "key", fetch: cachingFetch(origin) });
    const first = await client.leads.create({ email: "ada@example.com" });
    expect(await client.leads.create({ email: "ada@example.com" })).not.toEqual(first);
    expect(writes).toHaveLength(2);
  });

  test("reconcile finds every reply that was sent", async () => {
    const { origin, writes } = fakeApi();
    const client = createInstantlyClient({ apiKey: "key", fetch: cachingFetch(origin) });
    await client.emails.list();
    for (const text of ["Ten?", "Eleven, then.", "Twelve at the latest!"]) {
      expect(await replyAndReconcile(client, text)).toBe("applied");
    }
    expect(writes).toHaveLength(3);
  });
});

describe("where the runtime rejects the cache field", () => {
  test("nothing is sent with it", async () => {
    vi.stubGlobal("Request", RefusingRequest);
    const { origin, writes } = fakeApi();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      refuse(init);
      return origin(new URL(String(input)), init ?? {});
    };
    const client = createInstantlyClient({ apiKey: "key", fetch, retry: false });
    for (const [, read] of reads.filter(([name]) => !name.startsWith("raw"))) await read(client);
    await client.leads.create({ email: "ada@example.com" });
    expect(await replyAndReconcile(client, "Ten?")).toBe("applied");
    expect(writes).toHaveLength(2);
  });

  test("reads that are rejected at the same time are all sent again", async () => {
    const asked: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (_, init = {}) => {
      asked.push(init);
      await Promise.resolve();
      refuse(init);
      return Response.json({ id: "id-1" });
    };
    const client = createInstantlyClient({ apiKey: "key", retry: false, fetch });
    const read = () => client.leads.get("id-1");
    expect(await Promise.all([read(), read(), read()])).toHaveLength(3);
    expect(
      asked.map((init) => init.cache ?? "none"),
      "the given options of fetch are not changed",
    ).toEqual([...Array(3).fill("no-store"), ...Array(3).fill("none")]);
  });

  test("if only a custom fetch rejects it, reads are retried without it, and later writes omit it", async () => {
    const { origin, writes } = fakeApi();
    const calls: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      calls.push(init ?? {});
      refuse(init);
      return origin(new URL(String(input)), init ?? {});
    };
    const client = createInstantlyClient({ apiKey: "key", fetch, retry: false });
    await client.leads.list();
    await client.emails.list();
    await client.leads.create({ email: "ada@example.com" });
    expect(calls.map((init) => init.cache)).toEqual(["no-store", undefined, undefined, undefined]);
    expect(writes).toHaveLength(1);
  });
});

test("a write is never sent again because of a cache error of its fetch", async () => {
  const { origin, writes } = fakeApi();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    origin(new URL(String(input)), init ?? {});
    throw new Error("the cache is not supported");
  };
  const client = createInstantlyClient({ apiKey: "key", fetch, retry: false });
  const error: unknown = await client.leads.create({ email: "ada@example.com" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InstantlyError);
  expect(error).toMatchObject({ outcome: "unknown" });
  expect(writes).toHaveLength(1);
});

test.each([
  "fetch failed",
  // The message of Next.js 14 for a route that may only use its cache.
  "cache: 'no-store' used on fetch for https://api.instantly.ai/?lead=support@x with 'export const fetchCache = 'only-cache'",
])("a read that fails with %j is not sent again without the field", async (message) => {
  let calls = 0;
  const fetch: typeof globalThis.fetch = async () => {
    calls += 1;
    throw new TypeError(message);
  };
  const client = createInstantlyClient({ apiKey: "key", fetch, retry: false });
  await expect(client.leads.list()).rejects.toMatchObject({ code: "network" });
  expect(calls).toBe(1);
});

test("without a Request class, calls work and request fresh data", async () => {
  vi.stubGlobal("Request", undefined);
  const { origin } = fakeApi();
  const client = createInstantlyClient({ apiKey: "key", fetch: cachingFetch(origin) });
  const first = await client.leads.list();
  expect(await client.leads.list()).not.toEqual(first);
  await client.leads.create({ email: "ada@example.com" });
  expect(await replyAndReconcile(client, "Ten?")).toBe("applied");
});

test("the runtime is checked once, at the first call, without a request", async () => {
  const asked: string[] = [];
  class CountingRequest extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input, init);
      asked.push(this.url);
    }
  }
  vi.stubGlobal("Request", CountingRequest);
  const { origin } = fakeApi();
  const client = createInstantlyClient({
    apiKey: "key",
    fetch: async (input, init) => origin(new URL(String(input)), init ?? {}),
  });
  expect(asked).toEqual([]);
  await client.leads.list();
  await client.leads.list();
  expect(asked).toHaveLength(1);
});
