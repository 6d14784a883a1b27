import { afterEach, describe, expect, test, vi } from "vitest";
import { canaryKey } from "../../../../tests/client/canary.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import { fails, hangs, respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import type { InstantlyClient } from "../create-instantly-client.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { CallEvent, Hooks } from "./hooks.ts";

afterEach(() => {
  vi.useRealTimers();
});

interface Seen extends CallEvent {
  readonly hook: string;
}

function recorder(): { readonly seen: Seen[]; readonly hooks: Hooks } {
  const seen: Seen[] = [];
  const names = ["onStart", "onWait", "onRequest", "onResponse", "onRetry", "onEnd"];
  const hooks = Object.fromEntries(
    names.map((hook) => [hook, (event: CallEvent) => void seen.push({ hook, ...event })]),
  );
  return { seen, hooks };
}

function clientOf(...steps: readonly Step[]) {
  const { seen, hooks } = recorder();
  const { fetch, requests } = scriptedFetch(...steps);
  const retry = { baseDelayMs: 0, maxDelayMs: 0, minDelayMs: 0 };
  return { client: createInstantlyClient({ apiKey: canaryKey, fetch, hooks, retry }), seen, requests };
}

const names = (seen: readonly Seen[]) => seen.map(({ hook }) => hook);
const ends = (seen: readonly Seen[]) => seen.filter(({ hook }) => hook === "onEnd");
const identity = { operation: "getLead", method: "GET", pathTemplate: "/api/v2/leads/{id}" };

/** Runs a call to its end; its events are what the test is about. */
async function ended(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}

describe("a call", () => {
  test("starts and ends with an event, and all its events have its id", async () => {
    const { client, seen } = clientOf(
      respondWithText("", 503),
      fails({ code: "ECONNRESET" }),
      respondWith({ id: "a" }),
    );
    await client.leads.get("a");
    expect(names(seen)).toEqual([
      "onStart",
      "onRequest",
      "onResponse",
      "onRetry",
      "onRequest",
      "onRetry",
      "onRequest",
      "onResponse",
      "onEnd",
    ]);
    expect(new Set(seen.map(({ callId }) => callId)).size).toBe(1);
    for (const event of seen)
      expect(event).toMatchObject({ ...identity, serverAddress: "api.instantly.ai", serverPort: 443 });
    expect(seen[0]).toMatchObject({ attempt: 0 });
    expect(seen[3]).toMatchObject({ attempt: 1, status: 503, code: "server_error" });
    expect(seen.at(-1)).toMatchObject({ attempt: 3, status: 200, outcome: "none", durationMs: expect.any(Number) });
    expect(seen.at(-1)?.code).toBe(undefined);
  });

  test("has an id of its own, which comes from no data of the call", async () => {
    const { client, seen } = clientOf(respondWith({ id: "a", items: [] }));
    await Promise.all(Array.from({ length: 200 }, () => client.leads.get("secret-id")));
    const ids = ends(seen).map(({ callId }) => callId);
    expect(new Set(ids).size).toBe(200);
    expect(ids.join()).not.toContain("secret-id");
    for (const id of ids) expect(id).toMatch(/^[\w-]{8,40}$/);
  });

  test("has an id in a runtime without a crypto global, and one that differs if Math.random does not", async () => {
    vi.stubGlobal("crypto", undefined);
    const random = vi.spyOn(Math, "random").mockReturnValue(0.5);
    try {
      const { client, seen } = clientOf(respondWith({ id: "a" }));
      await Promise.all([client.leads.get("a"), client.leads.get("b")]);
      expect(new Set(ends(seen).map(({ callId }) => callId)).size).toBe(2);
    } finally {
      random.mockRestore();
      vi.unstubAllGlobals();
    }
  });

  test("of a write ends with the outcome of its error, or as applied", async () => {
    const reset = fails({ code: "ECONNRESET" });
    const reply = { reply_to_uuid: "u", eaccount: "a@b.example", subject: "Re", body: { text: "hi" } };
    const { client, seen } = clientOf(reset, respondWith({ message: "no" }, 400), respondWith({ id: "e" }));
    for (let call = 0; call < 3; call += 1) await ended(client.emails.reply(reply));
    expect(ends(seen)).toMatchObject([
      { code: "network", outcome: "unknown", attempt: 1, status: undefined },
      { code: "bad_request", outcome: "rejected", attempt: 1, status: 400 },
      { outcome: "applied", attempt: 1, status: 200 },
    ]);
    expect(ends(seen)[2]?.code).toBe(undefined);
  });

  test("starts before the method returns, so that its caller's context is the current one", async () => {
    const { client, seen } = clientOf(respondWith({ id: "a", items: [] }));
    const calls = [
      () => client.leads.get("a"),
      () => client.leads.list(),
      () => client.leads.iterate().collect({ max: 1 }),
      () => client.request({ method: "GET", path: "/api/v2/accounts" }),
      () => client.request.iterate({ method: "GET", path: "/api/v2/accounts" }).collect({ max: 1 }),
      () => client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "a" } } }),
      () => client.raw.POST("/api/v2/leads/list", { body: {} }),
    ];
    for (const call of calls) {
      seen.length = 0;
      const running = call();
      expect(names(seen)[0], String(call)).toBe("onStart");
      await running;
      expect(names(seen).filter((name) => name === "onStart" || name === "onEnd")).toEqual(["onStart", "onEnd"]);
    }
  });
});

describe("a call that makes no request", () => {
  const rejected: readonly [string, string, (client: InstantlyClient, hooks: Hooks) => Promise<unknown>][] = [
    ["an id", "getLead", (client, hooks) => client.leads.get("..", { hooks })],
    ["a query", "listLeads", (client, hooks) => client.leads.list({ limit: 0 }, { hooks })],
    ["a query that is no object", "listLeads", (client, hooks) => client.leads.list("all" as never, { hooks })],
    ["a body", "bulkDeleteLeads", (client, hooks) => client.leads.deleteMany({ limit: 1 } as never, { hooks })],
    ["an option", "getLead", (client, hooks) => client.leads.get("a", { hooks, priority: "high" as never })],
    ["a route", "request", (client, hooks) => client.request({ method: "GET", path: "/etc/passwd", hooks })],
    ["a method", "request", (client, hooks) => client.request({ method: "TRACE" as never, path: "/api/v2/x", hooks })],
    [
      "a field",
      "request",
      (client, hooks) => client.request({ method: "GET", path: "/api/v2/x", hooks, q: 1 } as never),
    ],
  ];

  test.each(rejected)("because %s is rejected ends with an event for all hooks", async (_, operation, call) => {
    const { client, seen, requests } = clientOf(respondWith({}));
    const own = recorder();
    await ended(call(client, own.hooks));
    expect(requests).toEqual([]);
    for (const events of [seen, own.seen]) {
      expect(names(events)).toEqual(["onStart", "onEnd"]);
      expect(events[1]).toMatchObject({ operation, code: "invalid_request", outcome: "not_sent", attempt: 0 });
      expect(events[1]?.callId).toBe(events[0]?.callId);
    }
    expect(JSON.stringify(seen)).not.toMatch(/passwd|\.\./);
  });

  test.each([
    ["an id", "getLead", { id: ".." }, "/api/v2/leads/{id}"],
    ["an unknown path", "request", {}, "/api/v2/nothing/ada@example.com"],
  ])("because a raw call has %s that is rejected ends with an event", async (_, operation, path, template) => {
    const { client, seen, requests } = clientOf(respondWith({}));
    await ended(client.raw.GET(template as "/api/v2/leads/{id}", { params: { path: path as { id: string } } }));
    expect(requests).toEqual([]);
    expect(names(seen)).toEqual(["onStart", "onEnd"]);
    expect(seen[1]).toMatchObject({ operation, code: "invalid_request", outcome: "not_sent", attempt: 0 });
    expect(JSON.stringify(seen)).not.toContain("ada");
  });

  test("because hooks are invalid ends with an event for the hooks of the client", async () => {
    const { client, seen } = clientOf(respondWith({}));
    await ended(client.leads.get("a", { hooks: { onEnd: 5 } as never }));
    expect(ends(seen)).toMatchObject([{ code: "invalid_request", outcome: "not_sent" }]);
  });

  test("because the caller aborted it ends with an event", async () => {
    const { client, seen } = clientOf(respondWith({}));
    await ended(client.leads.get("a", { signal: AbortSignal.abort() }));
    expect(names(seen)).toEqual(["onStart", "onEnd"]);
    expect(seen[1]).toMatchObject({ code: "aborted", outcome: "not_sent", attempt: 0 });
  });

  test("because no slot of the rate limit was free in time ends with an event", async () => {
    fakeTime();
    const { client, seen } = clientOf(respondWith({ items: [] }));
    for (let call = 0; call < 20; call += 1) await runUntilSettled(client.emails.list());
    seen.length = 0;
    await runUntilSettled(client.emails.list({}, { timeouts: { overallMs: 1_000 } }));
    expect(names(seen).at(0)).toBe("onStart");
    expect(ends(seen)).toMatchObject([{ operation: "listEmail", code: "timeout", outcome: "not_sent", attempt: 0 }]);
  });
});

describe("the end of a call", () => {
  test("that the caller aborts or that takes too long has the duration and no status", async () => {
    fakeTime();
    const { client, seen } = clientOf(hangs);
    await runUntilSettled(client.campaigns.activate("a", { timeouts: { writeAttemptMs: 500 } }));
    const controller = new AbortController();
    const call = client.leads.get("a", { signal: controller.signal });
    controller.abort();
    await runUntilSettled(call);
    expect(ends(seen)).toMatchObject([
      { code: "timeout", outcome: "unknown", status: undefined, durationMs: 500, attempt: 1 },
      { code: "aborted", outcome: "none", status: undefined, durationMs: 0, attempt: 1 },
    ]);
  });

  test("comes once for every page, each with an id of its own", async () => {
    const { client, seen } = clientOf(
      respondWith({ items: [{ id: "a" }], next_starting_after: "1" }),
      respondWith({ items: [{ id: "b" }], next_starting_after: "2" }),
      respondWith({ items: [{ id: "c" }] }),
    );
    await client.leads.iterate({}, { prefetch: 1 }).collect({ max: 9 });
    expect(ends(seen)).toMatchObject(Array.from({ length: 3 }, () => ({ operation: "listLeads", status: 200 })));
    expect(new Set(ends(seen).map(({ callId }) => callId)).size).toBe(3);
  });

  test("of a list whose page cannot be used is its error, not a success", async () => {
    const { client, seen } = clientOf(respondWith({ items: [], next_starting_after: 7 }), respondWith({ data: [] }));
    await ended(client.leads.list());
    await ended(client.request.iterate({ method: "GET", path: "/api/v2/accounts" }).collect({ max: 1 }));
    expect(ends(seen)).toMatchObject([
      { code: "pagination_guard", outcome: "none", status: 200 },
      { code: "invalid_response", outcome: "none", status: 200 },
    ]);
  });

  test("of a raw call that returns an error response is that error", async () => {
    const { client, seen } = clientOf(respondWith({ message: "no" }, 404));
    const { error } = await client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "a" } } });
    expect(error).toMatchObject({ message: "no" });
    expect(ends(seen)).toMatchObject([{ ...identity, code: "not_found", outcome: "rejected", status: 404 }]);
  });
});

test("the address of a server other than the API is in the events", async () => {
  const { seen, hooks } = recorder();
  for (const baseUrl of ["http://127.0.0.1:4010", "http://localhost", "https://proxy.example.com", "http://[::1]:80"]) {
    const { fetch } = scriptedFetch(respondWith({ id: "a" }));
    await createInstantlyClient({ apiKey: "key", fetch, hooks, baseUrl }).leads.get("a");
  }
  expect(ends(seen).map(({ serverAddress, serverPort }) => [serverAddress, serverPort])).toEqual([
    ["127.0.0.1", 4010],
    ["localhost", 80],
    ["proxy.example.com", 443],
    ["::1", 80],
  ]);
});
