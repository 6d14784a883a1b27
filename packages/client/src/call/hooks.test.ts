import { afterEach, describe, expect, test, vi } from "vitest";
import { canaryKey, expectNoKey } from "../../../../tests/client/canary.ts";
import { fails, respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { createRateLimiter } from "../rate-limit/rate-limiter.ts";
import type { CallEvent, Hooks } from "./hooks.ts";

afterEach(() => {
  vi.useRealTimers();
});

const fields = [
  ...["callId", "operation", "method", "pathTemplate", "serverAddress", "serverPort"],
  ...["attempt", "status", "code", "outcome", "durationMs", "delayMs"],
];

function recorder(): { readonly seen: [string, CallEvent][]; readonly hooks: Required<Hooks> } {
  const seen: [string, CallEvent][] = [];
  const keep = (name: string) => (event: CallEvent) => {
    seen.push([name, event]);
  };
  const hooks = {
    onWait: keep("wait"),
    onRequest: keep("request"),
    onResponse: keep("response"),
    onRetry: keep("retry"),
    onStart: keep("start"),
    onEnd: keep("end"),
  };
  return { seen, hooks };
}

describe("hooks and logger", () => {
  test("are called for every attempt, response and retry, in order", async () => {
    fakeTime();
    const { seen, hooks } = recorder();
    const { fetch } = scriptedFetch(
      respondWithText("", 503),
      fails({ code: "ECONNRESET" }),
      respondWith({ id: "id-1" }),
    );
    const client = createInstantlyClient({ apiKey: canaryKey, fetch, hooks });
    await runUntilSettled(client.leads.get("id-1"));
    const identity = { operation: "getLead", method: "GET", pathTemplate: "/api/v2/leads/{id}" };
    expect(seen).toMatchObject([
      ["start", { ...identity, attempt: 0 }],
      ["request", { ...identity, attempt: 1 }],
      ["response", { ...identity, attempt: 1, status: 503, durationMs: expect.any(Number) }],
      ["retry", { ...identity, attempt: 1, status: 503, code: "server_error", delayMs: expect.any(Number) }],
      ["request", { ...identity, attempt: 2 }],
      ["retry", { ...identity, attempt: 2, code: "network", delayMs: expect.any(Number) }],
      ["request", { ...identity, attempt: 3 }],
      ["response", { ...identity, attempt: 3, status: 200, durationMs: expect.any(Number) }],
      ["end", { ...identity, attempt: 3, status: 200, outcome: "none", durationMs: expect.any(Number) }],
    ]);
  });

  test("those of a call are called after the client's", async () => {
    const order: string[] = [];
    const { fetch } = scriptedFetch(respondWith({ id: "id-1" }));
    const client = createInstantlyClient({
      apiKey: "key",
      fetch,
      hooks: { onRequest: () => void order.push("client") },
    });
    await client.leads.get("id-1", { hooks: { onRequest: () => void order.push("call") } });
    expect(order).toEqual(["client", "call"]);
  });

  test("are called for a wait for the rate limit when it starts, with the minimum wait if it is known", async () => {
    fakeTime();
    const { seen, hooks } = recorder();
    const { fetch } = scriptedFetch(...Array.from({ length: 22 }, () => respondWith({ items: [] })));
    const client = createInstantlyClient({ apiKey: "key", fetch, hooks });
    const emails = Array.from({ length: 21 }, () => client.emails.list());
    await drainPromises();
    const identity = { operation: "listEmail", method: "GET", pathTemplate: "/api/v2/emails" };
    const common = { callId: expect.any(String), serverAddress: "api.instantly.ai", serverPort: 443 };
    expect(seen.filter(([name]) => name === "wait")).toEqual([
      ["wait", { ...identity, ...common, attempt: 0, delayMs: 60_025 }],
    ]);
    expect(seen.filter(([name]) => name === "request")).toHaveLength(20);
    await runUntilSettled(Promise.all(emails));
    expect(seen.filter(([name]) => name === "request")).toHaveLength(21);
  });

  test("are also called for a wait of the whole workspace, and for a limiter that does not know the wait", async () => {
    fakeTime();
    const { seen, hooks } = recorder();
    const { fetch } = scriptedFetch(...Array.from({ length: 3 }, () => respondWith({ id: "id-1" })));
    const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 50 }] });
    const fail = () => {
      throw new Error("unknown");
    };
    const client = createInstantlyClient({ apiKey: "key", fetch, hooks, rateLimiter });
    await runUntilSettled(Promise.all([client.leads.get("a"), client.leads.get("b")]));
    expect(seen.filter(([name]) => name === "wait")).toMatchObject([["wait", { operation: "getLead", attempt: 0 }]]);
    const silent = createInstantlyClient({
      apiKey: "key",
      fetch,
      hooks,
      rateLimiter: { ...rateLimiter, freesIn: fail },
    });
    expect(await runUntilSettled(silent.leads.get("c"))).toMatchObject({ status: "fulfilled" });
  });

  test("are given a fixed set of fields: no URL, header, body, key or address", async () => {
    fakeTime();
    const { seen, hooks } = recorder();
    const lines: unknown[] = [];
    const keep = (...line: unknown[]) => void lines.push(line);
    const { fetch } = scriptedFetch(respondWith({ message: `no ${canaryKey}` }, 429), respondWith({ id: "secret-id" }));
    const client = createInstantlyClient({ apiKey: canaryKey, fetch, hooks, logger: { debug: keep, warn: keep } });
    await runUntilSettled(client.leads.create({ email: "ada@example.com", first_name: "Ada" }));
    await runUntilSettled(client.emails.list({ search: "ada@example.com" }));
    await runUntilSettled(client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "secret-id" } } }));
    expect(seen.length).toBeGreaterThanOrEqual(8);
    for (const [, event] of seen) expect(fields).toEqual(expect.arrayContaining(Object.keys(event)));
    const text = JSON.stringify([seen, lines]);
    expect(text).not.toMatch(/ada|Ada|secret-id|https?:|authorization|bearer/i);
    expectNoKey(text, canaryKey);
    expect(lines.length).toBeGreaterThanOrEqual(seen.length);
  });

  test.each(["throws", "rejects"])("a hook or logger that %s does not affect a call", async (how) => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    try {
      const fail = (): unknown => {
        if (how === "throws") throw new Error("a bad hook");
        // For the types, an async function is also a hook.
        return Promise.reject(new Error("a bad hook"));
      };
      const hooks = { onStart: fail, onWait: fail, onRequest: fail, onResponse: fail, onRetry: fail, onEnd: fail };
      const { fetch, requests } = scriptedFetch(fails({ code: "ECONNREFUSED" }), respondWith({ id: "id-1" }));
      const client = createInstantlyClient({
        apiKey: "key",
        fetch,
        hooks,
        logger: { debug: fail, warn: fail },
        retry: { minDelayMs: 1, baseDelayMs: 1 },
      });
      expect(await client.campaigns.activate("id-1", { hooks })).toEqual({ id: "id-1" });
      expect(requests).toHaveLength(2);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off("unhandledRejection", unhandled);
    }
  });
});
