import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { InstantlyError } from "../errors/instantly-error.ts";

// An error or a response of `fetch` is never proof that an email was not sent.

const reply = { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } };
const retry = { baseDelayMs: 1, minDelayMs: 1, rateLimitDelaysMs: [1] };

async function replyOver(fetch: typeof globalThis.fetch) {
  const client = createInstantlyClient({ apiKey: "key", fetch, retry });
  return client.emails.reply(reply).catch((error: unknown) => error);
}

const branded = (fields: object, cause?: unknown) =>
  new InstantlyError("of another client", { code: "network", outcome: "not_sent", retryable: true, cause, ...fields });
const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" });

const unreadable = () => {
  throw new Error("unreadable");
};

describe("an error of another client that fetch lets escape", () => {
  test.each<[string, unknown]>([
    ["retryable", branded({})],
    ["a rate limit", branded({ code: "rate_limited", outcome: "rejected", retryAfterMs: 1 })],
    ["a queue that is full", branded({ code: "queue_full" })],
    ["with a cause that was not sent", branded({}, refused)],
    ["as the cause of a TypeError", new TypeError("fetch failed", { cause: branded({}, refused) })],
    ["frozen", Object.freeze(branded({}))],
    ["behind a proxy", new Proxy(branded({}), {})],
    ["whose properties throw", new Proxy(branded({}), { get: unreadable, has: unreadable })],
    ["thrown while the body is read", undefined],
  ])("%s: the reply is sent once and its outcome is unknown", async (_, thrown) => {
    let sent = 0;
    const result = await replyOver(async () => {
      sent += 1;
      if (thrown !== undefined) throw thrown;
      const body = new ReadableStream({ pull: (controller) => controller.error(branded({})) });
      return new Response(body, { status: 500 });
    });
    expect(sent).toBe(1);
    expect(result).toMatchObject({ outcome: "unknown", retryable: false, operation: "replyToEmail" });
    expect(result === thrown).toBe(false);
  });
});

describe("a fetch that followed a redirect", () => {
  const followed = (status: number, body: BodyInit = '{"id":"mail-2","items":[]}') =>
    Object.defineProperty(new Response(body, { status, headers: { "retry-after": "0" } }), "redirected", {
      value: true,
    });
  const broken = () => new ReadableStream({ pull: (controller) => controller.error(new Error("broken")) });

  test.each<[string, () => Response]>([
    ["a success", () => followed(200)],
    ["a rate limit", () => followed(429)],
    ["a rejection", () => followed(404)],
    ["a failure", () => followed(503)],
    ["a page", () => followed(200, "<html></html>")],
    ["a success whose body breaks", () => followed(200, broken())],
    ["a rejection whose body breaks", () => followed(400, broken())],
  ])("to %s: the reply is sent once, and its outcome is unknown", async (_, response) => {
    let sent = 0;
    const result = await replyOver(async () => {
      sent += 1;
      return response();
    });
    expect(sent).toBe(1);
    expect(result).toMatchObject({ outcome: "unknown", retryable: false, status: response().status });
  });

  test("throws through .raw, and is not repeated with retryUnknown", async () => {
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return followed(404);
    };
    const { raw, leads } = createInstantlyClient({ apiKey: "key", fetch, retry });
    await expect(raw.POST("/api/v2/emails/reply", { body: reply })).rejects.toMatchObject({
      code: "unexpected_redirect",
      message: "replyToEmail: fetch followed a redirect, so HTTP 404 may be the response to another request",
    });
    const lead = { email: "ada@example.com", skip_if_in_workspace: true };
    await expect(leads.create(lead, { retryUnknown: true })).rejects.toMatchObject({ code: "unexpected_redirect" });
    expect(sent).toBe(2);
  });

  test("of a read is that of the read", async () => {
    const { campaigns } = createInstantlyClient({ apiKey: "key", fetch: async () => followed(200), retry });
    expect((await campaigns.list()).items).toEqual([]);
  });
});

const json = '{"id":"mail-2","subject":"Zoë"}';
const bare = (body: unknown, rest: object = {}) =>
  ({ status: 200, ok: true, headers: new Headers({ "content-type": "application/json" }), body, ...rest }) as Response;

function locked(): Response {
  const response = new Response(json);
  response.body?.getReader();
  return response;
}

describe("bodies that are not web streams", () => {
  test.each<[string, () => Response]>([
    ["a stream of Node", () => bare(Readable.from([Buffer.from(json)]))],
    [
      "a stream of Node in small pieces",
      () => bare(Readable.from([...Buffer.from(json)].map((byte) => Buffer.of(byte)))),
    ],
    ["a stream of strings", () => bare(Readable.from([json]))],
    ["views of buffers", () => bare(Readable.from([new DataView(new TextEncoder().encode(json).buffer)]))],
    ["only arrayBuffer()", () => bare(undefined, { arrayBuffer: async () => new TextEncoder().encode(json).buffer })],
    ["only text()", () => bare(undefined, { text: async () => json })],
    ["a body of an unknown kind, with text()", () => bare({}, { text: async () => json })],
  ])("%s is read", async (_, response) => {
    expect(await replyOver(async () => response())).toEqual({ id: "mail-2", subject: "Zoë" });
  });

  test("one that is too large is aborted and destroyed", async () => {
    const stream = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(2 ** 20, " ");
      })(),
    );
    expect(await replyOver(async () => bare(stream))).toMatchObject({
      code: "response_too_large",
      outcome: "applied_unverified",
    });
    expect(stream.destroyed).toBe(true);
  });

  test.each<[string, unknown]>([
    ["no body at all", bare(undefined)],
    ["a body of an unknown kind", bare({})],
    ["chunks of an unknown kind", bare(Readable.from([{ a: 1 }]))],
    ["no headers", { status: 200, body: null }],
    ["no status", { headers: new Headers(), body: null }],
    ["properties that throw", Object.defineProperty({}, "status", { get: unreadable })],
    ["a body that is locked", locked()],
    ["nothing", undefined],
    ["a text", "hello"],
  ])("%s: leads to its own error, not to a network error", async (_, response) => {
    let sent = 0;
    const result = await replyOver(async () => {
      sent += 1;
      return response as Response;
    });
    expect(sent).toBe(1);
    expect(result).toMatchObject({
      code: "invalid_response",
      message: expect.stringContaining("fetch returned an unreadable response"),
    });
    const read = createInstantlyClient({ apiKey: "key", retry, fetch: async () => response as Response });
    await expect(read.leads.get("id-1")).rejects.toMatchObject({ code: "invalid_response", attempts: 1 });
  });
});

describe("a stream that always has data", () => {
  const forever = (chunk: Uint8Array) => () => {
    const body = new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(chunk) },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { "content-type": "application/json" } });
  };
  const empty = async function* () {
    for (;;) yield new Uint8Array();
  };

  test.each<[string, () => Response]>([
    ["empty chunks of a web stream", forever(new Uint8Array())],
    ["empty chunks of an iterable", () => bare({ [Symbol.asyncIterator]: empty })],
    ["single bytes", forever(new Uint8Array(1))],
  ])("%s: the time limit applies, and ends the reading", async (_, response) => {
    const client = createInstantlyClient({
      apiKey: "key",
      retry: false,
      fetch: async () => response(),
      timeouts: { readAttemptMs: 100 },
    });
    const startedAt = performance.now();
    await expect(client.leads.get("id-1")).rejects.toMatchObject({ code: "timeout" });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
