import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../../tests/client/seeded.ts";
import { InstantlyError } from "./instantly-error.ts";
import { toEnvelope } from "./to-envelope.ts";

const refused = new InstantlyError("getLead: no such lead (HTTP 404)", {
  code: "not_found",
  operation: "getLead",
  status: 404,
  apiMessage: "no such lead",
  outcome: "rejected",
});

describe("toEnvelope", () => {
  test("wraps what a call resolves to", async () => {
    expect(await toEnvelope(Promise.resolve({ id: "x" }))).toStrictEqual({
      success: true,
      error: null,
      data: { id: "x" },
    });
    expect(await toEnvelope(Promise.resolve(undefined))).toStrictEqual({ success: true, error: null, data: undefined });
  });

  test("converts an error to a text that starts with the API's message and ends with what to do", async () => {
    const envelope = await toEnvelope(Promise.reject(refused));
    expect(envelope).toMatchObject({ success: false, data: null, cause: refused });
    expect(envelope.error).toMatch(/^no such lead \(.*not_found.*404.*rejected.*do not retry/);
    expect(Object.keys(envelope).toSorted()).toEqual(["cause", "data", "error", "success"]);
  });

  test.each([
    [{ code: "rate_limited", outcome: "rejected", retryable: true, retryAfterMs: 1_100 }, /1100/],
    [{ code: "network", outcome: "not_sent", retryable: true }, /may be retried/],
    [{ code: "timeout", outcome: "unknown", verifyWith: "emails.list" }, /do not retry.*emails\.list/],
  ] as const)("says whether and when to repeat %j", async (fields, text) => {
    const { error } = await toEnvelope(Promise.reject(new InstantlyError("replyToEmail: it failed", fields)));
    expect(error).toMatch(text);
    expect(error).not.toContain("\n");
  });

  test("never rejects, whatever was thrown", async () => {
    const hostile = new Proxy(new Error("x"), {
      get() {
        throw new Error("hostile");
      },
      has() {
        throw new Error("hostile");
      },
    });
    const odd = [
      Symbol("s"),
      Object.create(null),
      hostile,
      () => 1,
      Object.assign(new Error("e"), { name: Symbol("n") }),
    ];
    // Held in functions, because fast-check looks into the values it makes.
    const thrown = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true }).map((value) => () => value),
      fc.nat(odd.length - 1).map((index) => () => odd[index] as unknown),
    );
    await fc.assert(
      fc.asyncProperty(thrown, async (make) => {
        const envelope = await toEnvelope(Promise.reject(make()));
        expect(envelope).toMatchObject({ success: false, data: null, error: expect.any(String) });
      }),
      seeded("toEnvelope of anything"),
    );
  });
});
