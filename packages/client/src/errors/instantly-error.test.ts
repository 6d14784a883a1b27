import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { canaryKey, expectNoKeyInError } from "../../../../tests/client/canary.ts";
import { fails, respondWith, respondWithText, scriptedFetch, throws } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { InstantlyError, isInstantlyError } from "./instantly-error.ts";

const error = new InstantlyError("getLead: no such lead (HTTP 404)", {
  code: "not_found",
  operation: "getLead",
  method: "GET",
  pathTemplate: "/api/v2/leads/{id}",
  status: 404,
  apiMessage: "no such lead",
  outcome: "rejected",
  attempts: 1,
  cause: new Error("inner"),
});

describe("InstantlyError", () => {
  test("is an Error with a name, a stack and a cause", () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("InstantlyError");
    expect(error.stack).toContain("getLead: no such lead");
    expect(error.cause).toBeInstanceOf(Error);
    expect(inspect(error)).toContain("not_found");
  });

  test("toJSON has the fields that are set and neither stack nor cause", () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "InstantlyError",
      message: "getLead: no such lead (HTTP 404)",
      code: "not_found",
      operation: "getLead",
      method: "GET",
      pathTemplate: "/api/v2/leads/{id}",
      status: 404,
      apiMessage: "no such lead",
      outcome: "rejected",
      retryable: false,
      attempts: 1,
    });
  });
});

describe("isInstantlyError", () => {
  test("knows an error of another copy of the package, by its brand", () => {
    const brand = { [Symbol.for("@modulex-instantly/client/InstantlyError")]: true };
    const other: unknown = Object.assign(new Error("of another copy"), { code: "not_found" }, brand);
    expect(other instanceof InstantlyError).toBe(false);
    expect(isInstantlyError(other)).toBe(true);
    expect(isInstantlyError(other, "not_found")).toBe(true);
    expect(isInstantlyError(other, "timeout")).toBe(false);
  });

  test("tells codes apart", () => {
    expect(isInstantlyError(error)).toBe(true);
    expect(isInstantlyError(error, "not_found")).toBe(true);
    expect(isInstantlyError(error, "conflict")).toBe(false);
  });

  test.each([undefined, null, "InstantlyError", 5, {}, new Error("x"), { name: "InstantlyError", code: "not_found" }])(
    "does not take %j for one",
    (value) => {
      expect(isInstantlyError(value)).toBe(false);
    },
  );
});

describe("no error shows the key", () => {
  const quoting = `Headers.append: "Bearer ${canaryKey}" is an invalid header value.`;
  test.each([
    ["a platform error that quotes a header", throws(new TypeError(quoting))],
    ["a cause that quotes a header", throws(new TypeError("fetch failed", { cause: new Error(quoting) }))],
    ["an error that carries the request", throws(Object.assign(new Error("x"), { request: { headers: quoting } }))],
    ["a text that is thrown", throws(quoting)],
    ["an error named after it", throws(Object.assign(new Error("x"), { name: quoting }))],
    ["an error whose code is the key", throws(Object.assign(new Error("x"), { code: canaryKey }))],
    ["an aggregate", throws(new AggregateError([new Error(quoting)], quoting))],
    ["a refused connection", fails({ code: "ECONNREFUSED" })],
    ["an error response", respondWith({ message: quoting }, 401)],
    ["an error response as text", respondWithText(quoting, 400, { "content-type": "text/plain" })],
    ["a page of the edge", respondWithText(`<html>${quoting}</html>`, 403, { "content-type": "text/html" })],
    ["a server error", respondWith({ error: quoting }, 500)],
    ["a success that carries an error", respondWith({ error: quoting })],
    ["a success that is no JSON", respondWithText(quoting)],
    [
      "a redirect to it",
      respondWithText(null, 302, { location: `https://evil.test/?k=${encodeURIComponent(canaryKey)}` }),
    ],
  ])("%s", async (_, step) => {
    const client = createInstantlyClient({ apiKey: canaryKey, fetch: scriptedFetch(step).fetch, retry: false });
    for (const call of [client.leads.get("id-1"), client.campaigns.activate("id-1")]) {
      const thrown = await call.catch((reason: unknown) => reason);
      expect(isInstantlyError(thrown)).toBe(true);
      expectNoKeyInError(thrown, canaryKey);
    }
    await client.raw.GET("/api/v2/campaigns").then(
      (result) => expectNoKeyInError({ ...result, response: undefined }, canaryKey),
      (thrown: unknown) => expectNoKeyInError(thrown, canaryKey),
    );
  });
});
