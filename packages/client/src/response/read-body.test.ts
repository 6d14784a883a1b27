import { PassThrough, Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";

const MIB = 1024 * 1024;
const TEXT = '{"id":"Zoë ✓","items":[]}';
const bytes = new TextEncoder().encode(TEXT);
const headers = new Headers({ "content-type": "application/json" });

/** A call over a `fetch` that returns a part of a response. */
async function ended(make: () => unknown, id: "getLead" | "replyToEmail" = "replyToEmail", timeouts = {}) {
  let sent = 0;
  const fetch = (async () => {
    sent += 1;
    return { headers, ...(make() as object) };
  }) as unknown as typeof globalThis.fetch;
  const retry = { baseDelayMs: 1, minDelayMs: 1 };
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false, retry, timeouts });
  const value = await calls[id](client).catch((error: unknown) => error);
  return { value, error: value as InstantlyError, sent };
}

async function* pieces(...values: unknown[]) {
  yield* values;
}
const at = (index: number) => [bytes.subarray(0, index), bytes.subarray(index)];
const readerOf = (...values: unknown[]) => {
  const iterator = pieces(...values);
  return { getReader: () => ({ read: () => iterator.next(), cancel: () => iterator.return(undefined) }) };
};

describe("a response is read by whatever it offers", () => {
  test.each<[string, () => object]>([
    ["a web stream", () => ({ body: new Response(TEXT).body })],
    ["a web stream of another implementation", () => ({ body: readerOf(...at(8), new Uint8Array()) })],
    ["a Node stream of buffers", () => ({ body: Readable.from(at(8).map((piece) => Buffer.from(piece))) })],
    ["a Node stream of texts", () => ({ body: Readable.from([TEXT.slice(0, 9), TEXT.slice(9)]) })],
    ["a Node stream with an encoding", () => ({ body: Readable.from(at(9)).setEncoding("utf8") })],
    ["a Node stream that is written to", () => ({ body: new PassThrough().end(Buffer.from(bytes)) })],
    ["an iteration that cuts characters", () => ({ body: pieces(...at(9)) })],
    ["an iteration of ArrayBuffers", () => ({ body: pieces(bytes.slice().buffer) })],
    ["an iteration of views", () => ({ body: pieces(new DataView(bytes.slice().buffer)) })],
    ["pieces of another realm", () => ({ body: pieces(runInNewContext(`new Uint8Array([${bytes.join()}])`)) })],
    [
      "arrayBuffer() of another realm",
      () => ({ arrayBuffer: async () => runInNewContext(`new Uint8Array([${bytes}]).buffer`) }),
    ],
    ["text() beside a body of another kind", () => ({ body: TEXT, text: async () => TEXT })],
    ["a byte order mark", () => ({ text: async () => `\uFEFF${TEXT}` })],
  ])("%s", async (_, make) => {
    for (const id of ["getLead", "replyToEmail"] as const) {
      const { value, sent } = await ended(() => ({ status: 200, headers, ...make() }), id);
      expect(value).toEqual(JSON.parse(TEXT));
      expect(sent).toBe(1);
    }
  });

  test("its methods are called on itself", async () => {
    const odd = { status: 200, kept: TEXT, text: async () => "" };
    odd.text = async function (this: typeof odd) {
      return this.kept;
    };
    expect((await ended(() => odd)).value).toEqual(JSON.parse(TEXT));
  });
});

describe("an unreadable response is not a network error", () => {
  test.each<[string, () => object]>([
    ["json() alone", () => ({ json: async () => JSON.parse(TEXT) })],
    ["a body that is a number", () => ({ body: 5 })],
    ["pieces that are not bytes", () => ({ body: pieces(5) })],
    ["pieces that are missing", () => ({ body: readerOf(undefined) })],
    ["text() that gives no text", () => ({ text: async () => 5 })],
    ["a locked body", () => ({ body: (([body]) => body?.getReader() && body)([new Response(TEXT).body]) })],
    ["a reader that cannot be had", () => ({ body: { getReader: () => JSON.parse("") } })],
  ])("%s", async (_, make) => {
    const read = await ended(() => ({ status: 200, headers, ...make() }), "getLead");
    const expected = { code: "invalid_response", status: 200, retryable: false, attempts: 1 };
    expect(read.error).toMatchObject({ ...expected, outcome: "none" });
    expect(read.error.message).toMatch(/fetch returned an unreadable response: .* stream, arrayBuffer\(\) or text\(\)/);
    const write = await ended(() => ({ status: 200, headers, ...make() }));
    expect(write.error).toMatchObject({ ...expected, outcome: "applied_unverified", verifyWith: "emails.list" });
    const refusal = await ended(() => ({ status: 404, headers, ...make() }));
    expect(refusal.error).toMatchObject({ code: "not_found", outcome: "rejected", status: 404 });
    expect([read.sent, write.sent, refusal.sent]).toEqual([1, 1, 1]);
  });
});

describe("a body of another kind has the same caps", () => {
  const piece = new Uint8Array(MIB).fill(0x20);
  const endless = (seen: { pieces: number; ended: boolean }) =>
    (async function* () {
      try {
        for (;;) {
          seen.pieces += 1;
          yield piece;
        }
      } finally {
        seen.ended = true;
      }
    })();

  test("an iteration is ended when it is too large, and after the part of an error response that is read", async () => {
    for (const [status, expected, most] of [
      [200, { code: "response_too_large", outcome: "applied_unverified" }, 34],
      [400, { code: "bad_request", outcome: "rejected" }, 2],
    ] as const) {
      const seen = { pieces: 0, ended: false };
      expect((await ended(() => ({ status, body: endless(seen) }))).error).toMatchObject(expected);
      await vi.waitFor(() => expect(seen.ended).toBe(true));
      expect(seen.pieces).toBeLessThan(most);
    }
  });

  test("a Node stream is destroyed, and its late errors end nothing", async () => {
    for (const status of [200, 400]) {
      const body = Readable.from(endless({ pieces: 0, ended: false }));
      const closed = new Promise((resolve) => body.on("close", resolve));
      await ended(() => ({ status, body }));
      await closed;
      expect(() => body.emit("error", new Error("late"))).not.toThrow();
    }
  });

  test("a body that is read as a whole is rejected when it has arrived, or by its Content-Length", async () => {
    const large = { code: "response_too_large", outcome: "applied_unverified" };
    const text = "x".repeat(32 * MIB + 1);
    expect((await ended(() => ({ status: 200, text: async () => text }))).error).toMatchObject(large);
    const arrayBuffer = vi.fn(async () => new ArrayBuffer(33 * MIB));
    expect((await ended(() => ({ status: 200, arrayBuffer }))).error).toMatchObject(large);
    arrayBuffer.mockClear();
    const told = new Headers({ "content-length": String(33 * MIB) });
    expect((await ended(() => ({ status: 200, headers: told, arrayBuffer }))).error).toMatchObject(large);
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  test("a Node stream that fails is a network error", async () => {
    const breaking = () => {
      const body = new PassThrough();
      body.write('{"id":');
      setTimeout(() => body.destroy(Object.assign(new Error("x"), { code: "ECONNRESET" })), 5);
      return { status: 200, headers, body };
    };
    expect(await ended(breaking)).toMatchObject({ sent: 1, error: { code: "network", outcome: "applied_unverified" } });
    expect(await ended(breaking, "getLead")).toMatchObject({ sent: 3, error: { code: "network", outcome: "none" } });
  });
});

describe("pieces without end that are all at hand", () => {
  const none = new Uint8Array();
  /** What is at hand at once for ever; it counts, so that it is seen to end. */
  function flood(piece: unknown) {
    const seen = { pieces: 0 };
    const read = async () => {
      seen.pieces += 1;
      return { done: false, value: piece };
    };
    return { seen, read };
  }

  test.each<[string, unknown]>([
    ["empty", none],
    ["one byte each", new Uint8Array([0x20])],
    ["empty texts", ""],
  ])("%s: the time limits apply, other timers run, and the reading ends", async (_, piece) => {
    for (const form of ["reader", "iterator", "web stream"] as const) {
      const { seen, read } = flood(piece);
      const stream = () =>
        new ReadableStream(
          { pull: async (controller) => controller.enqueue((await read()).value) },
          { highWaterMark: 0 },
        );
      const body = {
        reader: () => ({ getReader: () => ({ read, cancel: async () => undefined }) }),
        iterator: () => ({ [Symbol.asyncIterator]: () => ({ next: read }) }),
        "web stream": stream,
      }[form];
      let ticks = 0;
      const ticking = setInterval(() => (ticks += 1), 10);
      const begun = performance.now();
      const { error, sent } = await ended(() => ({ status: 200, body: body() }), "replyToEmail", {
        writeAttemptMs: 500,
      });
      clearInterval(ticking);
      expect(performance.now() - begun, form).toBeLessThan(5_000);
      expect(error).toMatchObject({ code: "timeout", outcome: "applied_unverified" });
      expect(sent).toBe(1);
      expect(ticks, form).toBeGreaterThan(2);
      await new Promise((resolve) => setTimeout(resolve, 30));
      const { pieces: before } = seen;
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(seen.pieces, form).toBe(before);
    }
  });

  test("the caller's abort holds as well", async () => {
    const { read } = flood(none);
    const fetch = (async () => ({
      status: 200,
      headers,
      body: { getReader: () => ({ read }) },
    })) as unknown as typeof globalThis.fetch;
    const { leads } = createInstantlyClient({ apiKey: "key", fetch });
    await expect(leads.get("id-1", { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ code: "aborted" });
  });

  test("empty pieces between others are left out", async () => {
    const mixed = () => ({
      status: 200,
      body: pieces(...Array(2_000).fill(none), ...at(9), ...Array(2_000).fill(none)),
    });
    expect((await ended(mixed)).value).toEqual(JSON.parse(TEXT));
  });
});
