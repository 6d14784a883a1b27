import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { later } from "../../../../tests/client/blockable-time.ts";
import { busiestWindow, limited, ok } from "../../../../tests/client/limited-client.ts";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { advanceTime, drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { createRateLimiter } from "./rate-limiter.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

describe("createRateLimiter", () => {
  test("keeps 100 a second and 6,000 a minute unless told otherwise, in every rolling window", async () => {
    const { client, requests } = limited({});
    const all = Promise.all(
      Array.from({ length: 6_150 }, () => client.leads.get("id-1", { timeouts: { overallMs: 200_000 } })),
    );
    await runUntilSettled(all);
    const moments = requests.map(({ sentAt }) => sentAt);
    for (let index = 100; index < moments.length; index += 1) {
      expect((moments[index] ?? 0) - (moments[index - 100] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
    expect((moments[6_000] ?? 0) - (moments[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
    // Exact, and no more careful than it need be: 61 bursts of 100, the last ones a minute after the first.
    expect(moments.at(-1)).toBeLessThan((moments[0] ?? 0) + 62_600);
  });

  test("keeps GET /emails to 20 a minute and lets everything else pass meanwhile", async () => {
    const { client, requests } = limited({});
    const emails = Promise.all(Array.from({ length: 25 }, () => client.emails.list()));
    await drainPromises();
    expect(requests).toHaveLength(20);
    await client.leads.get("id-1");
    expect(requests).toHaveLength(21);
    await runUntilSettled(emails);
    const moments = requests.filter(({ url }) => url.pathname.endsWith("/emails")).map(({ sentAt }) => sentAt);
    expect(busiestWindow(moments, 60_000)).toBe(20);
  });

  test("adds its padding to every window", async () => {
    const { client, requests } = limited({ workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 40 });
    await runUntilSettled(Promise.all([client.leads.get("a"), client.leads.get("b"), client.leads.get("c")]));
    const [first = 0, second = 0, third = 0] = requests.map(({ sentAt }) => sentAt);
    expect([second - first, third - second]).toEqual([140, 140]);
  });

  test("takes a slot without a promise if one is free", async () => {
    const { client, requests } = limited({});
    await client.leads.get("id-1");
    expect(requests[0]?.sentAt).toBe(performance.now());
    expect(vi.getTimerCount()).toBe(0);
  });

  test("limits the number of waiting calls; one more fails and may be retried", async () => {
    const { client, requests } = limited({ workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 0, maxQueue: 2 });
    const all = ["a", "b", "c"].map((id) => client.leads.get(id));
    await expect(client.leads.get("d")).rejects.toMatchObject({
      code: "queue_full",
      outcome: "not_sent",
      retryable: true,
      attempts: 0,
    });
    await runUntilSettled(Promise.all(all));
    expect((await runUntilSettled(client.leads.get("e"))).status).toBe("fulfilled");
    expect(requests).toHaveLength(4);
  });

  test("a slot that an aborted call waited for goes to the next one", async () => {
    const { client, sent } = limited({ workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 0 });
    const controller = new AbortController();
    const [first, second, third] = [
      client.leads.get("a"),
      client.leads.get("b", { signal: controller.signal }),
      client.leads.get("c"),
    ];
    second?.catch(() => undefined);
    await drainPromises();
    controller.abort();
    const begun = performance.now();
    await runUntilSettled(Promise.all([first, third]));
    expect(sent()).toEqual(["a", "c"]);
    expect(performance.now() - begun).toBe(100);
  });

  test("a call that is over when a limiter of the caller passes it on takes no slot", async () => {
    const inner = createRateLimiter({ workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 0 });
    const late: RateLimiter = { ...inner, acquire: (call) => later(50).then(() => inner.acquire(call)) };
    const { fetch, requests } = scriptedFetch(ok);
    const clientOf = (rateLimiter: RateLimiter) => createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
    const controller = new AbortController();
    const over = runUntilSettled(clientOf(late).leads.get("a", { signal: controller.signal }));
    controller.abort();
    expect(await over).toMatchObject({ reason: { code: "aborted" } });
    await advanceTime(60);
    await clientOf(inner).leads.get("b");
    expect(requests.map(({ sentAt }) => sentAt)).toEqual([performance.now()]);
  });

  test("a 429 delays every call of the workspace until its Retry-After is over", async () => {
    const { client, requests } = limited({}, respondWithText("", 429, { "retry-after": "3" }), ok);
    const first = client.leads.get("a");
    await drainPromises();
    const others = ["b", "c"].map((id) => client.leads.get(id));
    await advanceTime(2_900);
    expect(requests).toHaveLength(1);
    await runUntilSettled(Promise.all([first, ...others]));
    for (const { sentAt } of requests.slice(1))
      expect(sentAt - (requests[0]?.sentAt ?? 0)).toBeGreaterThanOrEqual(3_000);
  });

  test("a 429 of GET /emails delays no other operation", async () => {
    const { client, requests } = limited({}, respondWithText("", 429, { "retry-after": "3" }), ok);
    const emails = [client.emails.list(), client.emails.list({ limit: 5 })];
    await drainPromises();
    await client.leads.get("a");
    expect(requests.filter(({ url }) => url.pathname.endsWith("/leads/a"))).toHaveLength(1);
    await runUntilSettled(Promise.all(emails));
  });

  test("a call that waits for a very long pause asks seldom, and fails at its deadline", async () => {
    let asked = 0;
    const store = {
      take: () => {
        asked += 1;
        return 3_600_000_000;
      },
      pause: () => undefined,
    };
    const { client, requests } = limited({ store });
    const result = await runUntilSettled(client.leads.get("a"));
    expect(result).toMatchObject({ reason: { code: "timeout", outcome: "not_sent" } });
    expect(asked).toBeLessThan(10);
    expect(requests).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a call for which a shared store has no slot in time fails as soon as it says so", async () => {
    let wait = 50_000;
    const store = { take: async () => wait, pause: () => undefined };
    const { client, requests } = limited({ store });
    const begun = performance.now();
    const calls = ["a", "b"].map((id) => client.leads.get(id, { timeouts: { overallMs: 3_000 } }));
    const patient = client.leads.get("c");
    for (const result of await Promise.allSettled(calls)) {
      expect(result).toMatchObject({
        reason: { code: "timeout", outcome: "not_sent", retryable: true, attempts: 0, retryAfterMs: 50_000 },
      });
    }
    expect(performance.now()).toBe(begun);
    wait = 0;
    expect((await runUntilSettled(patient)).status).toBe("fulfilled");
    expect(requests).toHaveLength(1);
    expect(performance.now() - begun).toBe(50_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a call that ended before a shared store responded leaves no timer behind", async () => {
    let resolveTake: (wait: number) => void = () => undefined;
    const store = { take: () => new Promise<number>((resolve) => (resolveTake = resolve)), pause: () => undefined };
    const { client } = limited({ store });
    const controller = new AbortController();
    const call = client.leads.get("a", { signal: controller.signal });
    await drainPromises();
    controller.abort();
    expect(await runUntilSettled(call)).toMatchObject({ reason: { code: "aborted", outcome: "not_sent" } });
    resolveTake(60_000);
    await drainPromises();
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each(["throws", "rejects"])(
    "a store of the caller that %s breaks no call with anything but an InstantlyError",
    async (how) => {
      const fail = (): never => {
        throw new Error("the store is broken");
      };
      const store = {
        take: how === "throws" ? fail : () => Promise.reject(new Error("the store is broken")),
        pause: fail,
        freesIn: fail,
      };
      const { client } = limited({ store }, respondWithText("", 429), ok);
      for (const call of [() => client.leads.get("a"), () => client.emails.list()]) {
        const result = await runUntilSettled<unknown>(call());
        if (result.status === "rejected") expect(isInstantlyError(result.reason)).toBe(true);
      }
    },
  );

  test.each([
    ["three centuries", 9_999_999_999, 3_600_000],
    ["an hour and a second", 3_601, 3_600_000],
    ["an hour", 3_600, 3_600_000],
    ["three seconds", 3, 3_000],
  ])(
    "a Retry-After of %s pauses for an hour at most, and the error names a wait that timers can hold",
    async (_, seconds, pausedMs) => {
      const { client, requests } = limited({}, respondWithText("", 429, { "retry-after": String(seconds) }), ok);
      const overallMs = 2 ** 31 - 1;
      const first = await runUntilSettled(client.leads.get("a", { timeouts: { overallMs: 1_000 } }));
      expect(first).toMatchObject({
        reason: { code: "rate_limited", retryAfterMs: Math.min(seconds * 1_000, 2 ** 31 - 1), attempts: 1 },
      });
      await runUntilSettled(client.leads.get("b", { timeouts: { overallMs } }));
      const waited = (requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0);
      expect(waited).toBeGreaterThanOrEqual(pausedMs);
      expect(waited).toBeLessThanOrEqual(pausedMs + 300);
    },
  );

  test("a Retry-After date without end pauses for an hour at most", async () => {
    const { client, requests } = limited(
      {},
      respondWithText("", 429, { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }),
      ok,
    );
    await runUntilSettled(client.leads.get("a", { timeouts: { overallMs: 1_000 } }));
    await runUntilSettled(client.leads.get("b", { timeouts: { overallMs: 2 ** 31 - 1 } }));
    expect((requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0)).toBe(3_600_000);
  });

  test("of two limits of one window the smaller one holds", async () => {
    const workspace = [
      { requests: 5, windowMs: 100 },
      { requests: 2, windowMs: 100 },
      { requests: 9, windowMs: 100 },
    ];
    const { client, requests } = limited({ workspace, paddingMs: 0 });
    await runUntilSettled(Promise.all(Array.from({ length: 9 }, () => client.leads.get("a"))));
    expect(
      busiestWindow(
        requests.map(({ sentAt }) => sentAt),
        100,
      ),
    ).toBe(2);
  });

  test("can be disabled", async () => {
    const { fetch, requests } = scriptedFetch(ok);
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    await Promise.all(Array.from({ length: 300 }, () => client.leads.get("id-1")));
    expect(requests).toHaveLength(300);
    expect(performance.now()).toBe(requests[0]?.sentAt);
  });
});
