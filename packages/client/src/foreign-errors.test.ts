import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls, readIds, writeIds } from "../../../tests/client/calls.ts";
import { answersText, scriptedFetch, throws } from "../../../tests/client/scripted-fetch.ts";
import { fakeTime, settled } from "../../../tests/client/settle.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { InstantlyError, isInstantlyError } from "./instantly-error.ts";
import type { OperationId } from "./operations.gen.ts";
import { createRateLimiter } from "./rate-limiter.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** An error of another client, which a `fetch` wrapper lets escape. */
function foreignError(fields: Partial<InstantlyError> = {}): InstantlyError {
  return new InstantlyError("listCampaign: a text of another call", {
    code: "rate_limited",
    outcome: "rejected",
    operation: "listCampaign",
    status: 429,
    retryable: true,
    retryAfterMs: 1,
    attempts: 9,
    ...fields,
  });
}

const BRAND = Symbol.for("@modulex-instantly/client/InstantlyError");
const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED", syscall: "connect" });
const throwing = () => {
  throw new Error("hostile");
};

const foreign: readonly (readonly [string, unknown])[] = [
  ["a refusal that may be repeated", foreignError()],
  ["one that was not sent", foreignError({ code: "network", outcome: "not_sent", status: undefined })],
  ["one whose cause was not sent", foreignError({ code: "network", outcome: "not_sent", cause: refused })],
  ["a full queue", foreignError({ code: "queue_full", outcome: "not_sent" })],
  ["an abort", foreignError({ code: "aborted", outcome: "not_sent", retryable: false })],
  ["a refusal", foreignError({ code: "bad_request", retryable: false })],
  ["a failed read", foreignError({ code: "server_error", outcome: "none" })],
  ["one inside the error of fetch", new TypeError("fetch failed", { cause: foreignError({ cause: refused }) })],
  ["one among several", new AggregateError([refused, foreignError()])],
  ["a frozen one", Object.freeze(foreignError())],
  ["a proxy of one", new Proxy(foreignError(), {})],
  ["a thing with its brand and a code that proves something", { [BRAND]: true, code: "ECONNREFUSED" }],
  ["one with a hostile name", Object.defineProperty(foreignError(), "name", { get: throwing })],
  ["one with a hostile code", Object.defineProperty(foreignError(), "code", { get: throwing })],
  ["one with hostile fields", Object.defineProperty(foreignError(), "outcome", { get: throwing })],
  ["a hostile proxy", new Proxy(foreignError(), { get: throwing, has: throwing, getPrototypeOf: throwing })],
];

async function failure(id: OperationId, thrown: unknown, rateLimiter = createRateLimiter()) {
  const { fetch, requests } = scriptedFetch(throws(thrown));
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
  const result = await settled(calls[id](client));
  return { client, requests, error: (result as PromiseRejectedResult).reason as InstantlyError };
}

describe.each(foreign)("%s, out of fetch", (_, thrown) => {
  test.each(writeIds)("is a failure of the network to %s, which may have happened and is sent once", async (id) => {
    const { error, requests } = await failure(id, thrown);
    expect(requests).toHaveLength(1);
    expect(isInstantlyError(error, "network")).toBe(true);
    expect(error === thrown).toBe(false);
    expect(error).toMatchObject({ operation: id, outcome: "unknown", retryable: false, attempts: 1 });
    expect(error.settledBy).toEqual(expect.any(String));
    expect([error.status, error.retryAfterMs]).toEqual([undefined, undefined]);
    expect(error.cause).toBeInstanceOf(Error);
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain("another call");
  });

  test("is a failure of the network to a read, which is repeated as such", async () => {
    for (const id of readIds) {
      const { error, requests } = await failure(id, thrown);
      expect(requests).toHaveLength(3);
      expect(error).toMatchObject({ code: "network", operation: id, outcome: "none", retryable: true, attempts: 3 });
    }
  });

  test("does not reach the limiter", async () => {
    const limiter = createRateLimiter();
    const pause = vi.spyOn(limiter, "pause");
    await failure("createLead", thrown, limiter);
    expect(pause).not.toHaveBeenCalled();
  });
});

test("an error of this package out of a body, or out of a head, is foreign as well", async () => {
  const failing = new ReadableStream({ pull: (controller) => controller.error(foreignError()) });
  const broken = scriptedFetch(() => new Response(failing));
  const client = createInstantlyClient({ apiKey: "key", fetch: broken.fetch });
  expect(await settled(calls.replyToEmail(client))).toMatchObject({
    reason: { code: "network", operation: "replyToEmail", outcome: "applied_unverified", status: 200, attempts: 1 },
  });
  expect(broken.requests).toHaveLength(1);

  const hostile = Object.defineProperty(new Response("{}"), "headers", {
    get() {
      throw foreignError();
    },
  });
  const { fetch, requests } = scriptedFetch(() => hostile);
  const reply = calls.replyToEmail(createInstantlyClient({ apiKey: "key", fetch }));
  expect(await settled(reply)).toMatchObject({
    reason: { operation: "replyToEmail", outcome: "unknown", attempts: 1, retryable: false, settledBy: "emails.list" },
  });
  expect(requests).toHaveLength(1);
});

test("a wrapper around another client, whose limit is reached, mails a reply once", async () => {
  const other = createInstantlyClient({
    apiKey: "other",
    fetch: scriptedFetch(answersText("", 429)).fetch,
    retry: false,
  });
  const mailed: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    mailed.push(input);
    await other.campaigns.list();
    return new Response("{}");
  };
  const client = createInstantlyClient({ apiKey: "key", fetch });
  expect(await settled(calls.replyToEmail(client))).toMatchObject({ reason: { code: "network", outcome: "unknown" } });
  expect(mailed).toHaveLength(1);
});

describe("a connection that was not made", () => {
  const connecting = { code: "ECONNREFUSED", syscall: "connect", address: "10.0.0.1" };
  const lookingUp = { code: "ENOTFOUND", syscall: "getaddrinfo" };
  const told = (fields: object) => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), fields) });
  const several = (...ports: number[]) =>
    new TypeError("fetch failed", {
      cause: new AggregateError(ports.map((port) => Object.assign(new Error("x"), { ...connecting, port }))),
    });

  test.each([
    ["to its own port", told({ ...connecting, port: 443 })],
    ["to its own port, at two addresses", several(443, 443)],
    ["to its own host", told({ ...lookingUp, hostname: "api.instantly.ai" })],
    ["to nobody knows where", told(connecting)],
  ])("%s proves a request unsent", async (_, thrown) => {
    const { error, requests } = await failure("replyToEmail", thrown);
    expect(error).toMatchObject({ outcome: "not_sent", retryable: true });
    expect(requests).toHaveLength(3);
  });

  test.each([
    ["to another port", told({ ...connecting, port: 4318 })],
    ["to another port, at one of two addresses", several(443, 4318)],
    ["to another host", told({ ...lookingUp, hostname: "telemetry.example.com" })],
  ])("%s is that of another request, and proves nothing", async (_, thrown) => {
    const { error, requests } = await failure("replyToEmail", thrown);
    expect(error).toMatchObject({ code: "network", outcome: "unknown", retryable: false, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});
