import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { limited } from "../../../../tests/client/limited-client.ts";
import { advanceTime, fakeTime } from "../../../../tests/client/settle.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import { operations } from "../operations/operations.gen.ts";
import { LONGEST_MS } from "../options/with-defaults.ts";
import type { RateLimiterOptions } from "./rate-limiter.ts";
import { createRateLimiter } from "./rate-limiter.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

describe("createRateLimiter", () => {
  test.each<[string, unknown, RegExp]>([
    ["a negative padding", { paddingMs: -1 }, /paddingMs/],
    ["a padding that is a string", { paddingMs: "25" }, /rateLimiter\.paddingMs must be a number from 0 to/],
    ["a queue of no length", { maxQueue: Number.NaN }, /maxQueue/],
    ["no requests", { workspace: [{ requests: 0, windowMs: 1_000 }] }, /workspace/],
    ["half a request", { workspace: [{ requests: 1.5, windowMs: 1_000 }] }, /workspace/],
    ["no window", { workspace: [{ requests: 1, windowMs: 0 }] }, /workspace/],
    ["only a window", { workspace: [{ windowMs: 5 }] }, /rateLimiter\.workspace\[0\]\.requests must be a whole number/],
    [
      "only requests",
      { workspace: [{ requests: 1e10 }] },
      /rateLimiter\.workspace\[0\]\.requests .* from 1 to 1000000/,
    ],
    ["too many requests", { workspace: [{ requests: 1e10, windowMs: 1 }] }, /workspace\[0\]\.requests .*1000000/],
    ["requests in a text", { workspace: [{ requests: "5", windowMs: 1 }] }, /workspace\[0\]\.requests/],
    [
      "an endless window",
      { workspace: [{ requests: 5, windowMs: 1 / 0 }] },
      /workspace\[0\]\.windowMs must be a number/,
    ],
    ["a window in a text", { workspace: [{ requests: 5, windowMs: "9" }] }, /workspace\[0\]\.windowMs/],
    ["an invalid second limit", { workspace: [{ requests: 5, windowMs: 9 }, null] }, /workspace\[1\]\.requests/],
    ["a limit that is a number", { workspace: [5] }, /workspace\[0\]\.requests/],
    ["no limit", { workspace: [] }, /workspace must be a list of \{ requests, windowMs \}/],
    ["a limit instead of a list", { workspace: { requests: 5, windowMs: 9 } }, /workspace must be a list/],
    ["null for limits", { workspace: null }, /workspace must be a list/],
    ["an empty store", { store: {} }, /rateLimiter\.store\.take must be a function/],
    ["half a store", { store: { take: () => 0 } }, /rateLimiter\.store\.pause must be a function/],
    ["null for a store", { store: null }, /rateLimiter\.store must be an object with the functions take, pause/],
    ["a string for a store", { store: "redis" }, /rateLimiter\.store must be an object with the functions take, pause/],
    ["a share of nothing", { store: { take: () => 0, pause: () => 0, fallbackShare: 0 } }, /store\.fallbackShare/],
    ["a share in a text", { store: { take: () => 0, pause: () => 0, fallbackShare: "0.5" } }, /store\.fallbackShare/],
    ["a logger that is invalid", { logger: {} }, /rateLimiter\.logger\.warn must be a function/],
    ["null for a logger", { logger: null }, /rateLimiter\.logger must be an object with the functions warn/],
    ["a misspelled store", { sore: {} }, /rateLimiter\.sore is not an option: use workspace, .*store/],
    ["null", null, /rateLimiter must be an object with any of workspace, paddingMs/],
    ["a list", [], /rateLimiter must be an object/],
    ["a number", 5, /rateLimiter must be an object/],
  ])("rejects %s", (_, options, message) => {
    const refused = () => createRateLimiter(options as RateLimiterOptions);
    expect(refused).toThrow(message);
    expect(refused).toThrow(expect.toSatisfy((error) => isInstantlyError(error, "invalid_config")));
  });

  test("accepts the largest numbers that it names", () => {
    const workspace = [{ requests: 1_000_000, windowMs: LONGEST_MS }];
    expect(() => createRateLimiter({ workspace })).not.toThrow();
  });
});

test("a pause and a free slot are those of the limit that an operation has", async () => {
  const limiter = createRateLimiter();
  const { client, sent } = limited(limiter);
  expect(limiter.freesIn(operations.getLead)).toBeUndefined();
  expect(limiter.freesIn(operations.listEmail)).toBeUndefined();
  await client.emails.list();
  expect(limiter.freesIn(operations.listEmail)).toBeGreaterThan(0);
  limiter.pause(operations.listEmail, 5_000);
  const waiting = client.emails.list();
  await client.leads.get("a");
  expect(sent()).toEqual(["emails", "a"]);
  await advanceTime(4_999);
  expect(sent()).toEqual(["emails", "a"]);
  await advanceTime(1);
  await waiting;
  expect(sent()).toEqual(["emails", "a", "emails"]);
});
