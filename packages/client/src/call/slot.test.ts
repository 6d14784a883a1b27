import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blockableTime, later } from "../../../../tests/client/blockable-time.ts";
import { busiestWindow } from "../../../../tests/client/limited-client.ts";
import { advanceTime, drainPromises, runUntilSettled } from "../../../../tests/client/settle.ts";
import type { InstantlyClientOptions } from "../client-options.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const respond = () => Response.json({ id: "id-1", items: [] });

describe("a slot counts from when its request is sent", () => {
  let block: (ms: number) => void = () => undefined;
  let leaves: number[] = [];
  beforeEach(() => {
    block = blockableTime();
    leaves = [];
  });

  /** A client whose fetch is the platform's, unless it is given; it notes when requests are sent. */
  function clientOf(options: Partial<InstantlyClientOptions> = {}) {
    vi.stubGlobal("fetch", async () => {
      leaves.push(performance.now());
      return respond();
    });
    return createInstantlyClient({ apiKey: "key", rateLimiter: { paddingMs: 0 }, ...options });
  }
  const nowAndThen = (ms: number) => {
    let count = 0;
    return () => {
      count += 1;
      if ((count * count) % 29 < 4) block(ms);
    };
  };
  const once = (ms: number) => {
    let left = ms;
    return () => {
      block(left);
      left = 0;
    };
  };
  const quiet = { warn: () => undefined, debug: () => undefined };

  test.each<[string, () => Partial<InstantlyClientOptions>]>([
    ["a hook that blocks 60 ms", () => ({ hooks: { onRequest: nowAndThen(60) } })],
    ["a hook that blocks once for longer than the window", () => ({ hooks: { onRequest: once(1_300) } })],
    ["a hook for responses that blocks", () => ({ hooks: { onResponse: nowAndThen(60) } })],
    ["a logger that blocks", () => ({ logger: { ...quiet, debug: nowAndThen(45) } })],
    ["a padding of 0 and nothing else", () => ({})],
  ])("100 a second and 6,000 a minute hold with %s", async (_, options) => {
    const { leads } = clientOf(options());
    const result = await runUntilSettled(Promise.all(Array.from({ length: 350 }, () => leads.get("id-1"))));
    expect(result.status).toBe("fulfilled");
    expect(leaves).toHaveLength(350);
    expect(busiestWindow(leaves, 1_000)).toBe(100);
  });

  test("20 a minute of GET /emails hold with a hook of the call that blocks", async () => {
    const { emails } = clientOf();
    const onRequest = nowAndThen(900);
    const timeouts = { overallMs: 300_000 };
    await runUntilSettled(
      Promise.all(Array.from({ length: 70 }, () => emails.list({}, { hooks: { onRequest }, timeouts }))),
    );
    expect(leaves).toHaveLength(70);
    expect(busiestWindow(leaves, 60_000)).toBe(20);
  });

  test.each([
    ["blocks before it sends, the first time for long", false, (count: number) => block(count === 1 ? 900 : 2)],
    ["blocks before it sends, now and then", true, (count: number) => block(count % 7 === 0 ? 60 : 0)],
    ["waits before it sends, the first time for long", true, (count: number) => later(count <= 100 ? 500 : 0)],
    ["waits before it sends, now and then", true, (count: number) => later((count * 37) % 90)],
  ])("100 a second hold with a fetch that %s", async (_, isGiven, before) => {
    let count = 0;
    const slow = async () => {
      count += 1;
      const waiting: unknown = before(count);
      if (waiting instanceof Promise) await waiting;
      leaves.push(performance.now());
      return respond();
    };
    const client = clientOf(isGiven ? { fetch: slow } : {});
    if (!isGiven) vi.stubGlobal("fetch", slow);
    await runUntilSettled(Promise.all(Array.from({ length: 350 }, () => client.leads.get("id-1"))));
    expect(leaves).toHaveLength(350);
    expect(busiestWindow(leaves, 1_000)).toBe(100);
  });

  test("an event loop that is blocked between the grant and the request moves the window", async () => {
    const { leads } = clientOf({ rateLimiter: { workspace: [{ requests: 2, windowMs: 100 }], paddingMs: 0 } });
    const first = [leads.get("a"), leads.get("b")];
    const next = [leads.get("c"), leads.get("d")];
    await Promise.all(first);
    vi.advanceTimersByTime(100);
    // Both are granted now, and are sent in later microtasks.
    block(70);
    const third = [leads.get("e"), leads.get("f")];
    await runUntilSettled(Promise.all([...next, ...third]));
    expect(busiestWindow(leaves, 100)).toBe(2);
  });

  test("a call that is aborted after its slot was granted and before it was sent releases the slot", async () => {
    const { leads } = clientOf({ rateLimiter: { workspace: [{ requests: 1, windowMs: 60_000 }], paddingMs: 0 } });
    const controller = new AbortController();
    const [b, c] = [leads.get("b"), leads.get("c", { signal: controller.signal })];
    await b;
    vi.advanceTimersByTime(60_000);
    // The queue has granted it, but the call has not been resumed yet.
    controller.abort();
    await expect(c).rejects.toMatchObject({ code: "aborted", outcome: "not_sent" });
    const begun = performance.now();
    await leads.get("d");
    expect(performance.now()).toBe(begun);
    expect(leaves).toHaveLength(2);
  });

  test("a response that arrives after its attempt ended does not change the slot of the next attempt", async () => {
    let arrive: (response: Response) => void = () => undefined;
    const sent: number[] = [];
    const fetch = (() => {
      sent.push(performance.now());
      if (sent.length === 1) {
        return new Promise<Response>((resolve) => {
          arrive = resolve;
        });
      }
      return sent.length === 2 ? later(400).then(respond) : Promise.resolve(respond());
    }) as typeof globalThis.fetch;
    const client = clientOf({
      fetch,
      timeouts: { readAttemptMs: 500 },
      rateLimiter: { workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 0 },
    });
    const first = client.leads.get("a");
    await advanceTime(1_000);
    expect(sent).toHaveLength(2);
    arrive(respond());
    await drainPromises();
    const second = client.leads.get("b");
    await runUntilSettled(Promise.all([first, second]));
    const [, retried = 0, third = 0] = sent;
    // The request of the second attempt came back 400 ms after it was made; the window begins there.
    expect(third - retried).toBeGreaterThanOrEqual(500);
  });

  test("a call that was delayed until its slot expired is not sent, and may be retried", async () => {
    const store = {
      take: (_: unknown, _logger: unknown, slot?: { expiresAt?: number; settle?: () => void }) => {
        if (slot) {
          slot.expiresAt = performance.now() + 500;
          slot.settle = () => undefined;
        }
        return 0;
      },
      pause: () => undefined,
    };
    const patient = clientOf({ rateLimiter: { store }, hooks: { onRequest: once(600) } });
    expect(await runUntilSettled(patient.campaigns.activate("id-1"))).toMatchObject({ status: "fulfilled" });
    expect(leaves).toHaveLength(1);
    const hasty = clientOf({ rateLimiter: { store }, hooks: { onRequest: once(600) }, retry: false });
    expect(await runUntilSettled(hasty.campaigns.activate("id-1"))).toMatchObject({
      reason: { code: "timeout", outcome: "not_sent", retryable: true },
    });
    expect(leaves).toHaveLength(1);
  });
});

test("a server does not receive more in any window when a hook blocks, with the platform's fetch", async () => {
  const arrivals: number[] = [];
  const server = createServer((_, response) => {
    arrivals.push(performance.now());
    response.setHeader("content-type", "application/json").end('{"id":"id-1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const leaves: number[] = [];
  const platform = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
    leaves.push(performance.now());
    return platform(input, init);
  });
  const limit = { requests: 20, windowMs: 300 };
  let calls = 0;
  const onRequest = () => {
    const until = performance.now() + (calls++ % 13 === 0 ? 60 : 0);
    while (performance.now() < until);
  };
  try {
    const client = createInstantlyClient({
      apiKey: "key",
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      hooks: { onRequest },
      rateLimiter: { workspace: [limit], paddingMs: 0 },
    });
    await Promise.all(Array.from({ length: 110 }, () => client.leads.get("id-1")));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  expect(arrivals).toHaveLength(110);
  expect(busiestWindow(leaves, limit.windowMs)).toBe(limit.requests);
});
