import { describe, expect, test } from "vitest";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import { respondWithStream, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";

const MIB = 1024 * 1024;
const json = { "content-type": "application/json" };

/** A body of so many bytes that counts how many of them were asked for. */
function generated(bytes: number, begin = '{"id":"', end = '"}') {
  const made = { bytes: 0 };
  const chunks = function* () {
    const chunk = new TextEncoder().encode("x".repeat(256 * 1024));
    yield new TextEncoder().encode(begin);
    made.bytes = begin.length;
    while (made.bytes < bytes - end.length) {
      const next = chunk.subarray(0, Math.min(chunk.length, bytes - end.length - made.bytes));
      made.bytes += next.length;
      yield next;
    }
    made.bytes += end.length;
    yield new TextEncoder().encode(end);
  };
  return { made, chunks };
}

async function get(step: Step) {
  const scripted = scriptedFetch(step);
  const client = createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter: false });
  const result = await client.leads.get("id-1").catch((error: unknown) => error);
  return { result, sent: scripted.requests.length };
}

describe("a response", () => {
  test("of 32 MiB is read", async () => {
    const { chunks } = generated(32 * MIB);
    const { result } = await get(respondWithStream(chunks()));
    expect((result as { id: string }).id).toHaveLength(32 * MIB - 9);
  });

  test("of one byte more is rejected, not read further and not requested again", async () => {
    const { made, chunks } = generated(64 * MIB);
    const { result, sent } = await get(respondWithStream(chunks()));
    expect(result).toMatchObject({ code: "response_too_large", status: 200, outcome: "none", retryable: false });
    expect(made.bytes).toBeLessThan(34 * MIB);
    expect(sent).toBe(1);
  });

  test("with a larger Content-Length is rejected before it is read", async () => {
    const { made, chunks } = generated(64 * MIB);
    const { result } = await get(respondWithStream(chunks(), 200, { ...json, "content-length": String(64 * MIB) }));
    expect(result).toMatchObject({ code: "response_too_large" });
    expect(made.bytes).toBeLessThan(34 * MIB);
  });

  test("is measured decoded: the Content-Length of a compressed body does not count", async () => {
    const { made, chunks } = generated(64 * MIB);
    const headers = { ...json, "content-length": "255000", "content-encoding": "gzip" };
    const { result } = await get(respondWithStream(chunks(), 200, headers));
    expect(result).toMatchObject({ code: "response_too_large" });
    expect(made.bytes).toBeLessThan(34 * MIB);
  });

  test("to a write was applied", async () => {
    const { chunks } = generated(33 * MIB);
    const { fetch, requests } = scriptedFetch(respondWithStream(chunks()));
    const client = createInstantlyClient({ apiKey: "key", fetch });
    await expect(client.campaigns.activate("id-1")).rejects.toMatchObject({
      code: "response_too_large",
      outcome: "applied_unverified",
    });
    expect(requests).toHaveLength(1);
  });

  test("that is truncated within a string of 24 MiB is recognised as truncated", async () => {
    const { chunks } = generated(24 * MIB, '{"items":["', "");
    const { fetch } = scriptedFetch(respondWithStream(chunks()));
    const client = createInstantlyClient({ apiKey: "key", fetch, retry: false });
    await expect(client.leads.list()).rejects.toMatchObject({ code: "invalid_response", status: 200, retryable: true });
  });
});

describe("an error response", () => {
  test("is read up to 64 KiB, however large it is", async () => {
    const { made, chunks } = generated(16 * MIB, "<html>", "</html>");
    const { result } = await get(respondWithStream(chunks(), 404, { "content-type": "text/html" }));
    expect(result).toMatchObject({ status: 404, outcome: "rejected" });
    expect(made.bytes).toBeLessThan(MIB);
  });

  test("of up to 64 KiB keeps its message", async () => {
    const text = JSON.stringify({ message: "words", padding: "x".repeat(60 * 1024) });
    expect((await get(respondWithText(text, 400))).result).toMatchObject({ apiMessage: "words" });
  });
});
