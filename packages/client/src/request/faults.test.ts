import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls, success } from "../../../../tests/client/calls.ts";
import type { Step } from "../../../../tests/client/scripted-fetch.ts";
import {
  breaksAfter,
  fails,
  hangs,
  hangsIgnoringSignal,
  respondWith,
  respondWithText,
  scriptedFetch,
  stallsAfter,
  throws,
} from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import { readIds, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** The true effect of a request, which the client can only infer: done, possibly done, or not done. */
interface Fault {
  readonly name: string;
  readonly effect: "proven not sent" | "refused for now" | "refused" | "perhaps done" | "done";
  readonly step: (id: OperationId) => Step;
  /** How long the server asks to wait, in milliseconds. */
  readonly asks?: number;
}

const fault = (name: string, effect: Fault["effect"], step: Step): Fault => ({ name, effect, step: () => step });
const aggregate = (...inner: readonly { code: string; syscall?: string }[]) =>
  throws(
    new TypeError("fetch failed", {
      cause: new AggregateError(inner.map((told) => Object.assign(new Error("x"), told))),
    }),
  );

const faults: readonly Fault[] = [
  { name: "success", effect: "done", step: success },
  ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "UND_ERR_CONNECT_TIMEOUT"].map((code) =>
    fault(code, "proven not sent", fails({ code })),
  ),
  ...["EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"].map((code) =>
    fault(`${code} while connecting`, "proven not sent", fails({ code, syscall: "connect" })),
  ),
  fault("a reset while connecting", "proven not sent", fails({ code: "ECONNRESET", syscall: "connect" })),
  fault(
    "dual stack, both refused",
    "proven not sent",
    aggregate({ code: "ECONNREFUSED" }, { code: "ENETUNREACH", syscall: "connect" }),
  ),
  fault(
    "dual stack, one reset",
    "perhaps done",
    aggregate({ code: "ECONNREFUSED" }, { code: "ECONNRESET", syscall: "read" }),
  ),
  ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ECONNREFUSED", "UND_ERR_SOCKET"].map((code) =>
    fault(`${code} while reading`, "perhaps done", fails({ code, syscall: "read" })),
  ),
  ...["EHOSTUNREACH", "UND_ERR_HEADERS_TIMEOUT", "ERR_SSL_WRONG_VERSION_NUMBER"].map((code) =>
    fault(code, "perhaps done", fails({ code })),
  ),
  fault("no code", "perhaps done", throws(new TypeError("Failed to fetch"))),
  fault("a thrown text", "perhaps done", throws("ECONNREFUSED")),
  fault("a thrown undefined", "perhaps done", throws(undefined)),
  fault("no response", "perhaps done", hangs),
  fault("no response, signal ignored", "perhaps done", hangsIgnoringSignal),
  fault("a success that stalls", "perhaps done", stallsAfter('{"id":')),
  fault("a success with a truncated body", "perhaps done", breaksAfter('{"items":[')),
  fault("a success cut off", "perhaps done", respondWithText('{"items":[{"id":')),
  fault("an empty success", "perhaps done", respondWithText("")),
  fault("no content", "perhaps done", respondWithText(null, 204)),
  fault("a page", "perhaps done", respondWithText("<html>", 200, { "content-type": "text/html" })),
  fault("a soft error", "perhaps done", respondWith({ error: "later" })),
  ...[408, 500, 502, 503, 504, 520, 524, 599].map((status) =>
    fault(`${status}`, "perhaps done", respondWithText("", status)),
  ),
  fault("503 with Retry-After", "perhaps done", respondWithText("", 503, { "retry-after": "1" })),
  fault("a 500 whose body stalls", "perhaps done", stallsAfter('{"message":', 500)),
  ...[301, 303, 307].map((status) =>
    fault(`${status}`, "perhaps done", respondWithText(null, status, { location: "https://evil.test/" })),
  ),
  ...[400, 401, 402, 403, 404, 409, 422].map((status) =>
    fault(`${status}`, "refused", respondWith({ message: "no" }, status)),
  ),
  fault("an error response with a truncated body", "refused", breaksAfter('{"message":', 400)),
  fault("an error response whose body stalls", "refused", stallsAfter('{"message":', 422)),
  fault("429", "refused for now", respondWithText("", 429)),
  fault("429 with a truncated body", "refused for now", breaksAfter('{"message":', 429)),
  fault("429 with a page", "refused for now", respondWithText("<html>", 429, { "content-type": "text/html" })),
  ...[0, 1, 7, 60].map(
    (seconds): Fault => ({
      ...fault(
        `429 with Retry-After ${seconds}`,
        "refused for now",
        respondWithText("", 429, { "retry-after": String(seconds) }),
      ),
      asks: seconds * 1_000,
    }),
  ),
];
const anyFault = fc
  .constantFrom(...faults)
  .map((value) => Object.assign(value, { [fc.toStringMethod]: () => value.name }));
const script = fc.array(anyFault, { minLength: 1, maxLength: 6 });

/** Runs a call through a script of faults, after which the API succeeds. */
async function ran(id: OperationId, plan: readonly Fault[], overallMs?: number) {
  const { fetch, requests } = scriptedFetch(...plan.map(({ step }) => step(id)), success(id));
  const client = createInstantlyClient({
    apiKey: "key",
    fetch,
    timeouts: overallMs === undefined ? {} : { overallMs },
  });
  const begun = performance.now();
  const result = await runUntilSettled(calls[id](client));
  const error: unknown = result.status === "rejected" ? result.reason : undefined;
  if (error !== undefined) expect(isInstantlyError(error)).toBe(true);
  vi.clearAllTimers();
  const met = requests.map((_, index) => plan[index] ?? { name: "success", effect: "done" as const, asks: undefined });
  return {
    error: error as InstantlyError | undefined,
    met,
    sentAt: requests.map(({ sentAt }) => sentAt),
    tookMs: performance.now() - begun,
  };
}

describe("under any script of up to six faults", () => {
  test("a write is only retried if the attempt before had no effect, and its outcome is correct", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writeIds), script, async (id, plan) => {
        const { error, met } = await ran(id, plan);
        for (const { effect, name } of met.slice(0, -1)) {
          expect(["proven not sent", "refused for now"], `sent again after ${name}`).toContain(effect);
        }
        const last = met.at(-1);
        expect(error === undefined).toBe(last?.effect === "done");
        if (error === undefined) return;
        const truth = {
          "proven not sent": /^not_sent$/,
          "refused for now": /^rejected$/,
          refused: /^rejected$/,
          "perhaps done": /^(unknown|applied_unverified)$/,
          done: /^$/,
        }[last?.effect ?? "done"];
        expect(error.outcome, `after ${met.map(({ name }) => name)}`).toMatch(truth);
        if (last?.effect === "perhaps done") {
          expect(error).toMatchObject({ retryable: false, verifyWith: expect.any(String), attempts: met.length });
        }
      }),
      seeded("writes under faults"),
    );
  });

  test("a read is tried no more often than it may be, and never has an effect to report", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...readIds), script, async (id, plan) => {
        const { error, met } = await ran(id, plan);
        const limited = met.filter(({ effect }) => effect === "refused for now").length;
        expect(met.length).toBeLessThanOrEqual(1 + 2 + Math.min(3, limited));
        for (const { effect, name } of met.slice(0, -1)) {
          expect(["done", "refused"], `sent again after ${name}`).not.toContain(effect);
        }
        if (error !== undefined) expect(error.outcome).toMatch(/^(none|not_sent|rejected)$/);
      }),
      seeded("reads under faults"),
    );
  });

  test("nothing is repeated before Retry-After, and everything settles within the deadline", async () => {
    const ids = fc.constantFrom(...readIds, ...writeIds);
    const deadline = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.constant(120_000));
    await fc.assert(
      fc.asyncProperty(ids, script, deadline, async (id, plan, overallMs) => {
        const { error, met, sentAt, tookMs } = await ran(id, plan, overallMs);
        for (const [index, { asks }] of met.slice(0, -1).entries()) {
          const gap = (sentAt[index + 1] ?? 0) - (sentAt[index] ?? 0);
          if (asks !== undefined) expect(gap).toBeGreaterThanOrEqual(asks);
        }
        expect(tookMs).toBeLessThanOrEqual(overallMs + 1);
        const asked = met.at(-1)?.asks;
        if (error?.code === "rate_limited" && asked !== undefined)
          expect(error.retryAfterMs).toBeGreaterThanOrEqual(asked);
      }),
      seeded("Retry-After and deadline"),
    );
  });
});
