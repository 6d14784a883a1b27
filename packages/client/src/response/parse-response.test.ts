import { describe, expect, test } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import { respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { statusPhase } from "../call/call-error.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";

const text = { "content-type": "text/plain" };
const html = { "content-type": "text/html; charset=utf-8" };

/** The error of a call that is made once. */
async function errorOf(id: keyof typeof calls, step: Step): Promise<unknown> {
  const { fetch } = scriptedFetch(step);
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false, retry: false });
  return calls[id](client).catch((reason: unknown) => reason);
}

/** A response of any status, which the constructor of responses would reject. */
function answersStatus(status: number, body: string): Step {
  return () => Object.defineProperty(new Response(body), "status", { value: status });
}

describe("the error of an unusable success says why", () => {
  test.each([
    ["an empty body", respondWithText(""), "HTTP 200, but the body is empty"],
    ["a text", respondWithText("OK", 200, text), "HTTP 200, but the body does not match the API's schema"],
    ["null", respondWithText("null"), "HTTP 200, but the body does not match the API's schema"],
    ["a list", respondWithText("[]"), "HTTP 200, but the body does not match the API's schema"],
    ["a text in JSON", respondWithText('"OK"'), "HTTP 200, but the body does not match the API's schema"],
    ["a number in JSON", respondWithText("5"), "HTTP 200, but the body does not match the API's schema"],
    ["a cut-off body", respondWithText('{"id":"id-1","na'), "HTTP 200, but the body is truncated"],
    ["a page", respondWithText("<p>hello</p>", 200, html), "HTTP 200, but the body is an HTML page"],
    [
      "a text that is a page",
      respondWithText("\n <!DOCTYPE html>", 200, text),
      "HTTP 200, but the body is an HTML page",
    ],
    ["a page without a type", respondWithText("<HTML>", 200, {}), "HTTP 200, but the body is an HTML page"],
    [
      "a text with a tag",
      respondWithText("OK <html>", 200, text),
      "HTTP 200, but the body does not match the API's schema",
    ],
    [
      "a tag behind blanks",
      respondWithText(`${" ".repeat(64)}<html>`, 200, text),
      "but the body does not match the API's schema",
    ],
    ["levels without end", respondWithText("[".repeat(5_000)), "the body is nested too deeply or has too many values"],
    ["a soft error", respondWith({ error: " Limit  reached\n" }), "HTTP 200, but it says: Limit  reached"],
  ])("%s", async (_, step, message) => {
    expect(await errorOf("createLead", step)).toMatchObject({
      code: "invalid_response",
      status: 200,
      outcome: /page$|it says/.test(message) ? "unknown" : "applied_unverified",
      message: expect.stringMatching(new RegExp(`^createLead: .*${message}$`)),
    });
  });

  test("a message beside a soft error comes first", async () => {
    const step = respondWith({ error: "Bad Request", message: "No such campaign" });
    expect(await errorOf("createLead", step)).toMatchObject({
      apiMessage: "No such campaign",
      message: "createLead: HTTP 200, but it says: No such campaign",
    });
  });

  test("the words of a success that lacks its lead are kept", async () => {
    const error = await errorOf("getLead", respondWith({ message: "still importing" }));
    expect(error).toMatchObject({ code: "invalid_response", apiMessage: "still importing" });
  });

  test("a page is distinguished from JSON that quotes one, and from text that only contains one later", async () => {
    const { fetch } = scriptedFetch(
      respondWithText('{"id":"id-1"}', 200, html),
      respondWith({ id: "id-1", body: "<html>" }),
      respondWithText(`${"-".repeat(64)}<html>`, 200, text),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false, retry: false });
    expect(await client.leads.get("id-1")).toEqual({ id: "id-1" });
    expect(await client.leads.get("id-1")).toMatchObject({ body: "<html>" });
    await expect(client.leads.get("id-1")).rejects.toMatchObject({
      message: expect.stringMatching(/does not match the API's schema$/),
    });
  });

  test("a list needs items and a lead needs an id, other objects need nothing", async () => {
    expect(await errorOf("listLeads", respondWith({ id: "id-1" }))).toMatchObject({ code: "invalid_response" });
    expect(await errorOf("listLeads", respondWith({ items: [] }))).toEqual({ items: [], nextStartingAfter: undefined });
    expect(await errorOf("getLead", respondWith({ items: [] }))).toMatchObject({ code: "invalid_response" });
    expect(await errorOf("getLead", respondWith({ id: null }))).toEqual({ id: null });
    expect(await errorOf("activateCampaign", respondWith({}))).toEqual({});
  });
});

describe("the status decides", () => {
  test.each([
    [199, "unknown"],
    [200, "applied_unverified"],
    [299, "applied_unverified"],
    [300, "unknown"],
    [399, "unknown"],
    [400, "rejected"],
    [408, "unknown"],
    [499, "rejected"],
    [500, "unknown"],
  ])("%d whose body never came is %s", (status, phase) => {
    expect(statusPhase(status)).toBe(phase);
  });

  test.each([
    [199, "unexpected_redirect", "unknown"],
    [299, undefined, undefined],
    [300, "unexpected_redirect", "unknown"],
    [399, "unexpected_redirect", "unknown"],
    [400, "bad_request", "rejected"],
    [407, "bad_request", "rejected"],
    [408, "timeout", "unknown"],
    [499, "bad_request", "rejected"],
    [500, "server_error", "unknown"],
    [999, "server_error", "unknown"],
  ])("%d is %s, and the outcome %s", async (status, code, outcome) => {
    const result = (await errorOf("createLead", answersStatus(status, '{"id":"id-1"}'))) as Record<string, unknown>;
    expect([result["code"], result["outcome"]]).toEqual([code, outcome]);
    if (code === "unexpected_redirect") {
      expect(result["message"]).toBe(`createLead: HTTP ${status}, and redirects are never followed`);
      expect(result["status"]).toBe(status);
    }
  });

  test.each<[string, Step, string]>([
    ["a 403 without JSON is one of the edge", respondWithText("Forbidden", 403, text), "edge_error"],
    ["a 403 without a body or type is one of the edge", respondWithText(null, 403, {}), "edge_error"],
    ["a 403 that is called JSON is not", respondWithText("Forbidden", 403), "forbidden"],
    ["a 403 whose JSON is labelled as text is not", respondWithText('{"message":"no"}', 403, text), "forbidden"],
    ["a 404 without JSON is not", respondWithText("no such thing", 404, text), "not_found"],
    ["a 404 with a page is one of the edge", respondWithText("no such thing", 404, html), "edge_error"],
    ["a 401 that begins as a page is one of the edge", respondWithText(" <!doctype html>", 401, text), "edge_error"],
    ["a 429 with a page is a 429", respondWithText("<html>", 429, html), "rate_limited"],
    ["a 503 with a page is a 503", respondWithText("<html>", 503, html), "server_error"],
    ["a 408 with a page is a 408", respondWithText("<html>", 408, html), "timeout"],
  ])("%s", async (_, step, code) => {
    expect(await errorOf("getLead", step)).toMatchObject({ code });
  });

  test.each([
    [429, true],
    [408, true],
    [500, true],
    [503, true],
    [400, false],
    [404, false],
  ])("a read may be repeated after a %d: %s", async (status, retryable) => {
    expect(await errorOf("getLead", respondWithText("", status))).toMatchObject({ retryable });
  });
});

describe("an error response says when to retry", () => {
  test.each([
    ["0", 0],
    ["7", 7_000],
    ["2147483", 2_147_483_000],
    // More than a timer can hold.
    ["9999999999", 2 ** 31 - 1],
    ["soon", undefined],
  ])("Retry-After: %s", async (header, ms) => {
    const error = await errorOf("getLead", respondWithText("", 503, { "retry-after": header }));
    expect(error).toMatchObject({ message: "getLead: rejected (HTTP 503)" });
    expect((error as { retryAfterMs?: number }).retryAfterMs).toBe(ms);
  });

  test("a date is read against the date of its own response", async () => {
    const headers = { "retry-after": "Thu, 15 Jan 2026 12:00:09 GMT", date: "Thu, 15 Jan 2026 12:00:00 GMT" };
    expect(await errorOf("getLead", respondWithText("", 503, headers))).toMatchObject({ retryAfterMs: 9_000 });
  });
});
