import { describe, expect, test, vi } from "vitest";
import { canaryKey, expectNoKeyInError } from "../../../tests/client/canary.ts";
import { respondWith, scriptedFetch } from "../../../tests/client/scripted-fetch.ts";
import { fakeTime, runUntilSettled } from "../../../tests/client/settle.ts";
import type { CallOptions } from "./call/call-options.ts";
import type { InstantlyClientOptions } from "./client-options.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import type { InstantlyError } from "./errors/instantly-error.ts";
import { isInstantlyError } from "./errors/instantly-error.ts";
import { nodeTransport, sendEvidence } from "./node.ts";
import { createRateLimiter } from "./rate-limit/rate-limiter.ts";

function refusalOf(options: unknown): InstantlyError {
  try {
    createInstantlyClient(options as InstantlyClientOptions);
  } catch (error) {
    if (isInstantlyError(error, "invalid_config")) return error;
    throw error;
  }
  throw new Error("the options were taken");
}

describe("createInstantlyClient", () => {
  test.each<[string, unknown, RegExp]>([
    ["a misspelled option", { apiKeey: "x" }, /apiKeey/],
    ["a misspelled time limit", { timeouts: { readAttempt: 5 } }, /timeouts\.readAttempt .*readAttemptMs/],
    ["a misspelled retry option", { retry: { maxRetry: 5 } }, /retry\.maxRetry .*maxRetries/],
    ["a misspelled limiter option", { rateLimiter: { maxQeue: 5 } }, /rateLimiter\.maxQeue .*maxQueue/],
    ["a time limit that is not a number", { timeouts: { overallMs: Number.NaN } }, /timeouts\.overallMs/],
    ["a time limit that is a string", { timeouts: { overallMs: "5000" } }, /timeouts\.overallMs/],
    ["a time limit that is null", { timeouts: { overallMs: null } }, /timeouts\.overallMs/],
    ["a time limit that is a list", { timeouts: { overallMs: [5_000] } }, /timeouts\.overallMs/],
    ["a negative time limit", { timeouts: { readAttemptMs: -1 } }, /timeouts\.readAttemptMs/],
    ["a time limit timers cannot hold", { timeouts: { readAttemptMs: 2 ** 31 } }, /timeouts\.readAttemptMs/],
    ["an endless time limit", { timeouts: { readAttemptMs: Number.POSITIVE_INFINITY } }, /timeouts\.readAttemptMs/],
    ["a negative number of repeats", { retry: { maxRetries: -1 } }, /retry\.maxRetries/],
    ["a list of repeats", { retry: { maxRetries: [1, 2] } }, /retry\.maxRetries/],
    ["waits that are not a list", { retry: { rateLimitDelaysMs: 1_100 } }, /retry\.rateLimitDelaysMs/],
    ["a wait that is not a number", { retry: { rateLimitDelaysMs: [Number.NaN] } }, /retry\.rateLimitDelaysMs/],
    ["time limits that are not an object", { timeouts: 5 }, /timeouts/],
    ["a transport that was not created", { transport: nodeTransport }, /transport must be what nodeTransport\(\)/],
    ["a fetch as the transport", { transport: { fetch } }, /transport must be what nodeTransport\(\)/],
    ["a transport that is null", { transport: null }, /transport must be what nodeTransport\(\)/],
    ["a transport and a fetch", { transport: nodeTransport(), fetch }, /transport replaces fetch and sendEvidence/],
    [
      "a transport and send evidence",
      { transport: nodeTransport(), sendEvidence: sendEvidence() },
      /transport replaces fetch and sendEvidence/,
    ],
    ["rateLimiter: true", { rateLimiter: true }, /rateLimiter/],
    ["a limit of no requests", { rateLimiter: { workspace: [{ requests: 0, windowMs: 1 }] } }, /workspace/],
    ["a limit of half a request", { rateLimiter: { workspace: [{ requests: 1.5, windowMs: 1 }] } }, /workspace/],
    ["a limit without a window", { rateLimiter: { workspace: [{ requests: 1 }] } }, /workspace/],
    ["a negative queue", { rateLimiter: { maxQueue: -1 } }, /rateLimiter\.maxQueue/],
    ["an unknown option, showing which there are", { timeout: 5 }, /timeout is not an option .*timeouts/],
    ["time limits that are a list", { timeouts: [] }, /timeouts must be an object with any of connectMs/],
    ["time limits that are null", { timeouts: null }, /timeouts must be an object/],
    ["a symbol for a time limit", { timeouts: { overallMs: Symbol("5") } }, /timeouts\.overallMs must be a number/],
    ["retry: true", { retry: true }, /retry must be an object of options, or false/],
    ["retry: null", { retry: null }, /retry must be an object/],
    ["a list for retry", { retry: [3] }, /retry must be an object/],
    ["rateLimiter: null", { rateLimiter: null }, /rateLimiter must be a rate limiter, its options, or false/],
    ["a list for a limiter", { rateLimiter: [] }, /rateLimiter must be a rate limiter, its options, or false/],
    ["half a limiter", { rateLimiter: { acquire: () => undefined } }, /rateLimiter\.pause must be a function/],
    ["a limiter of no functions", { rateLimiter: { acquire: 5 } }, /rateLimiter\.acquire must be a function/],
    ["a limit without limits", { rateLimiter: { workspace: [{ requests: 1e10 }] } }, /workspace\[0\]\.requests/],
    ["an empty store", { rateLimiter: { store: {} } }, /rateLimiter\.store\.take must be a function/],
    ["an unknown limiter option", { rateLimiter: { sore: 1 } }, /rateLimiter\.sore .*use workspace, .*store/],
    ["a base URL that is a symbol", { baseUrl: Symbol("x") }, /baseUrl must be an https origin/],
    ["a base URL that throws", { baseUrl: { toString: 5 } }, /baseUrl must be an https origin/],
    ["a key that is a symbol", { apiKey: Symbol("x") }, /apiKey/],
    ["fetch: null", { fetch: null }, /fetch must be a function/],
    ["a logger without functions", { logger: {} }, /logger\.debug must be a function/],
    ["a logger that cannot warn", { logger: { debug: () => 0 } }, /logger\.warn must be a function/],
    ["a logger that is a number", { logger: 5 }, /logger must be an object with the functions debug, warn/],
    ["logger: null", { logger: null }, /logger must be an object/],
    ["hooks: null", { hooks: null }, /hooks must be an object with any of onRequest, onResponse, onRetry/],
    ["hooks that are a function", { hooks: () => 0 }, /hooks must be an object/],
    ["a hook that is not a function", { hooks: { onRequest: 5 } }, /hooks\.onRequest must be a function/],
    ["a hook that is null", { hooks: { onRetry: null } }, /hooks\.onRetry must be a function/],
    ["a misspelled hook", { hooks: { onReqest: () => 0 } }, /hooks\.onReqest is not an option: use onRequest/],
    ["a workspace that is a number", { workspaceId: 5 }, /workspaceId must be a string/],
    ["a workspace that is null", { workspaceId: null }, /workspaceId must be a string/],
    ["a workspace that is a symbol", { workspaceId: Symbol("x") }, /workspaceId must be a string/],
    ["sendEvidence: 5", { sendEvidence: 5 }, /sendEvidence must be what sendEvidence\(\) .*client\/node returns/],
    ["sendEvidence: null", { sendEvidence: null }, /sendEvidence must be/],
    ["the sendEvidence function itself", { sendEvidence }, /sendEvidence must be what sendEvidence\(\)/],
    ["evidence of nothing", { sendEvidence: () => ({ run: 5 }) }, /sendEvidence must be/],
    ["evidence that throws", { sendEvidence: () => JSON.parse("{") }, /sendEvidence must be/],
    ["a fetch that is not a function", { fetch: "fetch" }, /fetch must be a function/],
    ["a workspace with a line break", { workspaceId: "a\r\nx-evil: 1" }, /workspaceId/],
    ["an empty workspace", { workspaceId: "" }, /workspaceId/],
    ["a base URL with a path", { baseUrl: "https://api.instantly.ai/api/v2" }, /baseUrl/],
    ["an empty key", { apiKey: " " }, /apiKey/],
    ["a key with a line break inside", { apiKey: `${canaryKey}\n${canaryKey}` }, /apiKey/],
  ])("rejects %s with an error that names it and never the key", (_, options, message) => {
    const error = refusalOf({ apiKey: canaryKey, ...(options as object) });
    expect(error.message).toMatch(message);
    expect(error.outcome).toBe("not_sent");
    expectNoKeyInError(error, canaryKey);
  });

  test.each([undefined, null, "key", 5, () => 1])("rejects %j in place of options", (options) => {
    expect(refusalOf(options).message).toMatch(/apiKey|options/);
  });

  test("accepts undefined for every optional option", async () => {
    const { fetch } = scriptedFetch(respondWith({ id: "id-1" }));
    const client = createInstantlyClient({
      apiKey: canaryKey,
      baseUrl: undefined,
      fetch,
      timeouts: { connectMs: undefined, overallMs: undefined },
      retry: { maxRetries: undefined },
      rateLimiter: { maxQueue: undefined, workspace: undefined, store: undefined, logger: undefined },
      logger: undefined,
      hooks: undefined,
      workspaceId: undefined,
      sendEvidence: undefined,
    });
    expect(await client.leads.get("id-1")).toEqual({ id: "id-1" });
  });

  test("makes no call by itself and never shows its key", async () => {
    const { fetch, requests } = scriptedFetch(respondWith({}));
    const client = createInstantlyClient({ apiKey: canaryKey, fetch });
    expect(requests).toEqual([]);
    expectNoKeyInError(client, canaryKey);
  });

  test("does not call fetch as a method, because a browser's fetch throws for another `this`", async () => {
    const given = async function (this: unknown): Promise<Response> {
      if (this !== undefined && this !== globalThis) throw new TypeError("Illegal invocation");
      return Response.json({ id: "id-1" });
    };
    const client = createInstantlyClient({ apiKey: "key", fetch: given as typeof fetch });
    expect(await client.leads.get("id-1")).toEqual({ id: "id-1" });
  });

  test("two clients may share one rate limiter", async () => {
    fakeTime();
    try {
      const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 60 }], paddingMs: 0 });
      const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }));
      const options = { apiKey: canaryKey, fetch, rateLimiter };
      const [one, other] = [createInstantlyClient(options), createInstantlyClient(options)];
      await runUntilSettled(Promise.all([one.leads.get("id-1"), other.leads.get("id-1")]));
      expect((requests[1]?.sentAt ?? 0) - (requests[0]?.sentAt ?? 0)).toBe(60);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("options of one call", () => {
  const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1" }));
  const { leads } = createInstantlyClient({ apiKey: canaryKey, fetch });

  test("time limits are checked like the client's", async () => {
    const misspelt = { timeouts: { overall: 5 } as object };
    await expect(leads.get("id-1", misspelt)).rejects.toThrow(/timeouts\.overall .*overallMs/);
    await expect(leads.get("id-1", { timeouts: { overallMs: Number.NaN } })).rejects.toThrow(/timeouts\.overallMs/);
  });

  test.each<[string, unknown, RegExp]>([
    ["null", null, /options must be an object with any of signal, timeouts/],
    ["a number", 5, /options must be an object/],
    ["a list", [], /options must be an object/],
    ["a misspelled option", { sigal: undefined }, /options\.sigal is not an option: use signal/],
    ["an option of clients", { timeout: 5 }, /options\.timeout is not an option: use signal, timeouts/],
    ["a signal that is a number", { signal: 5 }, /signal must be an AbortSignal/],
    ["a controller for its signal", { signal: new AbortController() }, /signal must be an AbortSignal/],
    ["half a signal", { signal: { addEventListener: () => 0 } }, /signal must be an AbortSignal/],
    ["another priority", { priority: "high" }, /priority must be "interactive" or "bulk"/],
    ["priority: null", { priority: null }, /priority must be "interactive" or "bulk"/],
    ["hooks: null", { hooks: null }, /hooks must be an object with any of onRequest/],
    ["a hook that is not a function", { hooks: { onResponse: "log" } }, /hooks\.onResponse must be a function/],
    ["a misspelled hook", { hooks: { onretry: () => 0 } }, /hooks\.onretry is not an option: use onRequest, .*onRetry/],
    ["a string for retryUnknown", { retryUnknown: "false" }, /retryUnknown must be true or false/],
  ])("reject %s, before anything is sent", async (_, options, message) => {
    const before = requests.length;
    const error = await leads.get("id-1", options as CallOptions).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(message), operation: "getLead", outcome: "not_sent" });
    expect(isInstantlyError(error, "invalid_request")).toBe(true);
    expect(requests).toHaveLength(before);
  });

  test("may be undefined, and a signal may be null, as for fetch", async () => {
    const all = { signal: undefined, timeouts: undefined, priority: undefined, hooks: { onRequest: undefined } };
    expect(await leads.get("id-1", { ...all, retryUnknown: undefined } as CallOptions)).toEqual({ id: "id-1" });
    expect(await leads.get("id-1", { signal: null } as unknown as CallOptions)).toEqual({ id: "id-1" });
  });
});
