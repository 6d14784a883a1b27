import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import { fetchFailed, scriptedFetch, throws } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { readIds, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

describe("every result of fetch is handled", () => {
  const ids = fc.constantFrom(...readIds, ...writeIds);
  const hostile = (() => {
    const trap = () => {
      throw new Error("hostile");
    };
    const getter = (name: string) => Object.defineProperty(new Error("x"), name, { get: trap });
    return [
      new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap }),
      ...["name", "message", "code", "cause", "errors", "syscall", "stack"].map(getter),
      Object.assign(new Error("x"), { name: Symbol("s") }),
      Object.assign(new Error("x"), { code: Symbol("s") }),
      Object.create(null),
      Symbol("s"),
      () => 1,
      10n,
      fetchFailed({ code: "" }),
    ] as const;
  })();

  test("any error of fetch leads to one InstantlyError", async () => {
    // Held in functions, because fast-check looks into the values it makes.
    const thrown = fc.oneof(
      fc.nat(hostile.length - 1).map((index) => () => hostile[index]),
      fc.anything({ withNullPrototype: true, withBigInt: true }).map((value) => () => value),
    );
    await fc.assert(
      fc.asyncProperty(ids, thrown, async (id, make) => {
        const { fetch } = scriptedFetch(throws(make()));
        const result = await runUntilSettled(calls[id](createInstantlyClient({ apiKey: "key", fetch, retry: false })));
        expect(result.status).toBe("rejected");
        const { reason } = result as PromiseRejectedResult;
        expect(isInstantlyError(reason)).toBe(true);
        expect(reason).toMatchObject({ operation: id, attempts: 1, retryable: expect.any(Boolean) });
        expect(() => JSON.stringify(reason)).not.toThrow();
      }),
      seeded("anything thrown"),
    );
  });

  test("any result of fetch leads to a success or one InstantlyError", async () => {
    const returned = fc.oneof(
      fc.anything().map((value) => () => value),
      fc.constantFrom<() => unknown>(
        () => hostile[0],
        () => ({ status: 200 }),
        () => new Response(null),
      ),
    );
    await fc.assert(
      fc.asyncProperty(ids, returned, async (id, make) => {
        const fetch = (async () => make()) as unknown as typeof globalThis.fetch;
        const result = await runUntilSettled(calls[id](createInstantlyClient({ apiKey: "key", fetch, retry: false })));
        expect(result).toMatchObject({
          status: "rejected",
          reason: expect.toSatisfy((error) => isInstantlyError(error)),
        });
      }),
      seeded("anything returned"),
    );
  });

  test("any status from 100 to 999 with any body is a success or one InstantlyError with that status", async () => {
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        null,
        "",
        "{",
        "<html>",
        "null",
        '{"error":"x"}',
        '{"error":{}}',
        '{"message":5}',
        '{"items":[]}',
        '{"id":"id-1"}',
      ),
    );
    const type = fc.constantFrom("application/json", "text/html", "text/plain", "", "application/problem+json");
    const retryAfter = fc.constantFrom(undefined, "1", "soon", "-1", "99999");
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.integer({ min: 100, max: 999 }),
        body,
        type,
        retryAfter,
        async (id, status, text, contentType, after) => {
          const headers = { "content-type": contentType, ...(after === undefined ? {} : { "retry-after": after }) };
          const nullBody = [204, 205, 304].includes(status);
          const response = new Response(nullBody ? null : text, { headers });
          // The constructor rejects statuses that a server may well send.
          Object.defineProperties(response, {
            status: { value: status },
            ok: { value: status >= 200 && status < 300 },
          });
          const { fetch, requests } = scriptedFetch(() => response);
          const result = await runUntilSettled(
            calls[id](createInstantlyClient({ apiKey: "key", fetch, retry: false })),
          );
          expect(requests).toHaveLength(1);
          if (result.status === "fulfilled") {
            expect(status >= 200 && status < 300).toBe(true);
            return;
          }
          const error: unknown = result.reason;
          if (!isInstantlyError(error)) throw error;
          expect(error).toMatchObject({ operation: id, status, attempts: 1 });
          const isRead = readIds.some((read) => read === id);
          const isRefused = status >= 400 && status < 500 && status !== 408;
          expect(error.outcome).toMatch(
            isRefused ? /^rejected$/ : isRead ? /^none$/ : /^(unknown|applied_unverified)$/,
          );
          if (!isRead && !isRefused) expect(error.retryable).toBe(false);
        },
      ),
      seeded("any status"),
    );
  });
});
