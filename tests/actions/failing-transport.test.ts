import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { testClient } from "../contract/test-client.ts";
import { testKey } from "../contract/test-key.ts";
import { everyAction } from "./every-action.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// A failing transport or an invalid context leads to a result, never to a rejected promise.

/** The shape of the errors that Node's fetch throws. */
function fetchFailed(code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

function failing(thrown: unknown) {
  return () => {
    throw thrown;
  };
}

const breakingOff = () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      controller.error(fetchFailed("ECONNRESET"));
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
};

/** Never resolves, not even when its signal is aborted, like a careless `fetch`. */
const silence = () => new Promise<Response>(() => undefined);
const silentBody = () => new Response(new ReadableStream({}), { headers: { "content-type": "application/json" } });

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.each(everyAction)("$name", ({ name, input }) => {
  const isRead = actions[name].effect === "read";
  const lost = isRead ? "none" : "unknown";

  async function expectFailure(context: object, code: string, outcome: string): Promise<void> {
    const result = await runAction(name, input, context);
    expect(result.success).toBe(false);
    expect(result.error).toMatch(new RegExp(`^[^\\n]+ \\(${code}, (HTTP \\d+, )?outcome: ${outcome}; [^\\n]+\\)$`));
    expect(resultProblems(name, result)).toEqual([]);
  }

  test.each([
    { what: "a refused connection", thrown: fetchFailed("ECONNREFUSED"), outcome: "not_sent" },
    { what: "an unknown host", thrown: fetchFailed("ENOTFOUND"), outcome: "not_sent" },
    { what: "a reset connection", thrown: fetchFailed("ECONNRESET"), outcome: lost },
    { what: "an error without a cause", thrown: new TypeError("fetch failed"), outcome: lost },
    { what: "a thrown string", thrown: "boom", outcome: lost },
    { what: "a thrown undefined", thrown: undefined, outcome: lost },
  ])("$what", async ({ thrown, outcome }) => {
    await expectFailure({ client: stub(failing(thrown)).client }, "network", outcome);
  });

  test("a response that breaks off", async () => {
    const outcome = isRead ? "none" : "applied_unverified";
    await expectFailure({ client: stub(breakingOff).client }, "network", outcome);
  });

  test("no response in time", async () => {
    const timeouts = { readAttemptMs: 15, writeAttemptMs: 15 };
    await expectFailure({ client: stub(silence).client, timeouts }, "timeout", lost);
  });

  test("no complete response in time", async () => {
    const timeouts = { readAttemptMs: 15, writeAttemptMs: 15 };
    const outcome = isRead ? "none" : "applied_unverified";
    await expectFailure({ client: stub(silentBody).client, timeouts }, "timeout", outcome);
  });

  test("aborted before the start: nothing is sent", async () => {
    const { client, requests } = stub();
    await expectFailure({ client, signal: AbortSignal.abort() }, "aborted", "not_sent");
    expect(requests()).toBe(0);
  });

  test("aborted in flight: the request is aborted, too", async () => {
    const controller = new AbortController();
    let inner: AbortSignal | undefined;
    const { client } = stub((signal) => {
      inner = signal;
      queueMicrotask(() => controller.abort("the caller's own reason"));
      return silence();
    });
    await expectFailure({ client, signal: controller.signal }, "aborted", lost);
    expect(inner?.aborted).toBe(true);
  });

  test.each([
    { what: "a blank key", context: { apiKey: " \t" } },
    { what: "no key", context: {} },
    { what: "a key with a line break inside", context: { apiKey: "abc\ndef" } },
    { what: "a key that is not a string", context: { apiKey: 42 } },
    { what: "no context", context: undefined },
    { what: "a null context", context: null },
    { what: "a base URL with a path", context: { apiKey: testKey, baseUrl: "https://api.instantly.ai/api/v2" } },
    { what: "plain http to another host", context: { apiKey: testKey, baseUrl: "http://api.example.com" } },
    { what: "a fetch that is not a function", context: { apiKey: testKey, fetch: "fetch" } },
    { what: "an unknown timeout", context: { apiKey: testKey, timeouts: { totalMs: 5 } } },
  ])("$what: nothing is sent", async ({ context }) => {
    const { fetch, requests } = stub();
    const whole = context && !("fetch" in context) ? { ...context, fetch } : context;
    await expectFailure(whole as object, "invalid_config", "not_sent");
    expect(requests()).toBe(0);
  });
});

test("a server that does not exist", async () => {
  const client = testClient({ baseUrl: `http://127.0.0.1:${await closedPort()}` });
  for (const { name, input } of everyAction) {
    const result = await runAction(name, input, { client });
    expect(result.error, name).toMatch(/ \(network, outcome: not_sent; may be retried\)$/);
    expect(resultProblems(name, result)).toEqual([]);
  }
});

test("a key never appears in an error", async () => {
  const echo = () => Response.json({ message: `bad header: Bearer ${testKey}` }, { status: 401 });
  const { fetch } = stub(echo);
  for (const { name, input } of everyAction) {
    const result = await runAction(name, input, { apiKey: testKey, fetch });
    expect(JSON.stringify(result), name).not.toContain(testKey);
  }
});
