import { describe, expect, test } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import {
  respondWith,
  respondWithStream,
  respondWithText,
  scriptedFetch,
} from "../../../../tests/client/scripted-fetch.ts";
import { operationRows, readIds, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const page = "<!doctype html><title>Just a moment...</title>";

/** Makes a call with a repeated step and without retries. */
async function outcomeOf(id: keyof typeof calls, step: Step) {
  const scripted = scriptedFetch(step);
  const client = createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter: false, retry: false });
  const error = await calls[id](client).catch((reason: unknown) => reason);
  return { error, sent: scripted.requests.length };
}

describe.each(writeIds)("%s, with a success but without a usable body", (id) => {
  test.each([
    ["an empty 200", respondWithText(""), "applied_unverified"],
    ["a 204", respondWithText(null, 204, {}), "applied_unverified"],
    ["a text", respondWithText("OK", 200, { "content-type": "text/plain" }), "applied_unverified"],
    ["a cut-off body", respondWithText('{"id":"id-1","na'), "applied_unverified"],
    ["JSON that is not an object", respondWithText("[]"), "applied_unverified"],
    ["null", respondWithText("null"), "applied_unverified"],
    ["a page", respondWithText(page, 200, html), "unknown"],
    ["a string error", respondWith({ error: "Something went wrong" }), "unknown"],
  ])("%s: it was sent once, and %s", async (_, step, outcome) => {
    const { error, sent } = await outcomeOf(id, step);
    expect(error).toMatchObject({
      code: "invalid_response",
      outcome,
      retryable: false,
      verifyWith: expect.any(String),
    });
    expect(sent).toBe(1);
  });
});

describe.each(readIds)("%s, with a success but without a usable body", (id) => {
  test.each([
    ["an empty 200", respondWithText(""), false],
    ["a text", respondWithText("OK", 200, { "content-type": "text/plain" }), false],
    ["a page", respondWithText(page, 200, html), false],
    ["a string error", respondWith({ error: "Something went wrong" }), false],
    ["a body that lacks what it must have", respondWith({ other: 1 }), false],
    ["items that are not a list", respondWith({ items: { 0: "x" } }), false],
    ["a cut-off body", respondWithText('{"items":[{"id":"id-'), true],
  ])("%s has no outcome", async (_, step, retryable) => {
    const { error } = await outcomeOf(id, step);
    expect(error).toMatchObject({ code: "invalid_response", outcome: "none", status: 200, retryable });
    expect(error).not.toHaveProperty("verifyWith", expect.any(String));
  });
});

describe("a success", () => {
  test("the API's own words of a soft error are kept", async () => {
    const { error } = await outcomeOf("createLead", respondWith({ error: "Limit of leads reached" }));
    expect(error).toMatchObject({ apiMessage: "Limit of leads reached" });
  });

  test.each([
    ["JSON labelled as text", respondWithText('{"id":"id-1"}', 200, { "content-type": "text/plain" })],
    ["JSON without a label", respondWithText('{"id":"id-1"}', 200, {})],
    ["a byte order mark", respondWithText('\ufeff{"id":"id-1"}')],
    ["a 201", respondWith({ id: "id-1" }, 201)],
    ["bytes that come one at a time", respondWithStream([...'{"id":"id-1"}'].map((c) => new TextEncoder().encode(c)))],
    [
      "a character cut in two",
      respondWithStream([...new TextEncoder().encode('{"id":"id-1","n":"é🔑"}')].map((b) => Uint8Array.of(b))),
    ],
  ])("may be %s", async (_, step) => {
    const client = createInstantlyClient({ apiKey: "key", fetch: scriptedFetch(step).fetch });
    expect(await client.leads.get("id-1")).toMatchObject({ id: "id-1" });
  });

  test("keeps fields and values it does not know, and hostile keys where they are", async () => {
    const text = '{"id":"id-1","status":99,"new_field":{"a":null},"__proto__":{"polluted":true},"constructor":1}';
    const client = createInstantlyClient({ apiKey: "key", fetch: scriptedFetch(respondWithText(text)).fetch });
    const lead: object = await client.leads.get("id-1");
    expect(JSON.stringify(lead)).toBe(text);
    expect(Object.getPrototypeOf(lead)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });

  test("an error that is an object or null is not a soft error", async () => {
    const body = { id: "id-1", error: null, errors: { a: 1 } };
    const client = createInstantlyClient({ apiKey: "key", fetch: scriptedFetch(respondWith(body)).fetch });
    expect(await client.leads.get("id-1")).toEqual(body);
  });

  test("200,000 nested arrays neither crash nor hang", async () => {
    const { error } = await outcomeOf("getLead", respondWithText("[".repeat(200_000) + "]".repeat(200_000)));
    expect(isInstantlyError(error, "invalid_response")).toBe(true);
  });
});

describe("an error response", () => {
  test.each([
    [400, "bad_request"],
    [401, "unauthorized"],
    [402, "payment_required"],
    [403, "forbidden"],
    [404, "not_found"],
    [405, "bad_request"],
    [409, "conflict"],
    [410, "bad_request"],
    [413, "bad_request"],
    [415, "bad_request"],
    [422, "bad_request"],
  ])("%d is %s: rejected, not to be repeated", async (status, code) => {
    for (const id of ["getLead", "replyToEmail"] as const) {
      const { error, sent } = await outcomeOf(
        id,
        respondWith({ statusCode: status, error: "Name", message: "words" }, status),
      );
      expect(error).toMatchObject({
        code,
        status,
        apiMessage: "words",
        outcome: "rejected",
        retryable: false,
        attempts: 1,
      });
      expect(sent).toBe(1);
    }
  });

  test("with only {error} keeps these words", async () => {
    const { error } = await outcomeOf("updateLeadInterestStatus", respondWith({ error: "Lead not found" }, 400));
    expect(error).toMatchObject({ code: "bad_request", apiMessage: "Lead not found" });
  });

  test("keeps 500 characters of words", async () => {
    const { error } = await outcomeOf("getLead", respondWith({ message: "x".repeat(5_000) }, 400));
    expect(error).toMatchObject({ apiMessage: "x".repeat(500) });
    expect((error as Error).message.length).toBeLessThan(600);
  });

  test.each(["", " ", "\n\t", "\u200b\ufeff", " ".repeat(600)])(
    "a blank message is no message: %j",
    async (message) => {
      const { error } = await outcomeOf("getLead", respondWith({ message }, 400));
      expect(error).toMatchObject({ code: "bad_request", message: "getLead: rejected (HTTP 400)" });
      expect(error).toHaveProperty("apiMessage", undefined);
      const worded = await outcomeOf("getLead", respondWith({ message, error: " why " }, 400));
      expect(worded.error).toMatchObject({ apiMessage: "why" });
      const soft = await outcomeOf("createLead", respondWith({ error: message }));
      expect(soft.error).toMatchObject({ message: "createLead: HTTP 200, but it says: an error without a message" });
    },
  );

  test("a page of the edge is distinguished from a missing scope", async () => {
    expect((await outcomeOf("getLead", respondWithText(page, 403, html))).error).toMatchObject({
      code: "edge_error",
      status: 403,
    });
    expect((await outcomeOf("getLead", respondWith({ message: "scope" }, 403))).error).toMatchObject({
      code: "forbidden",
    });
  });

  test.each([
    ["empty", respondWithText("", 502)],
    ["without any body", respondWithText(null, 502)],
    ["a page", respondWithText(page, 502, html)],
  ])("a 502 that is %s is an error, of a write with an unknown outcome", async (_, step) => {
    expect((await outcomeOf("getLead", step)).error).toMatchObject({
      code: "server_error",
      outcome: "none",
      retryable: true,
    });
    expect((await outcomeOf("replyToEmail", step)).error).toMatchObject({
      code: "server_error",
      status: 502,
      outcome: "unknown",
      retryable: false,
    });
  });

  test.each([301, 302, 303, 307, 308])("a %d is never followed", async (status) => {
    const step = respondWithText(null, status, { location: "https://evil.test/" });
    const read = await outcomeOf("getLead", step);
    const write = await outcomeOf("replyToEmail", step);
    expect(read.error).toMatchObject({ code: "unexpected_redirect", status, outcome: "none", retryable: false });
    expect(write.error).toMatchObject({ code: "unexpected_redirect", status, outcome: "unknown", retryable: false });
    expect([read.sent, write.sent]).toEqual([1, 1]);
  });
});

test("the bodies that the other tests use are accepted", async () => {
  for (const id of [...readIds, ...writeIds]) {
    expect(isInstantlyError((await outcomeOf(id, respondWith(operationRows[id].response))).error), id).toBe(false);
  }
});
