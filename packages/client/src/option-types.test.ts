import { describe, expect, test } from "vitest";
import type { InstantlyClientOptions } from "./client-options.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { isInstantlyError } from "./instantly-error.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import { redisRateLimitStore } from "./redis.ts";

const throws = (): never => {
  throw new TypeError("read");
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Values of every type, and some that throw as soon as they are looked at. */
const values: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["0", 0],
  ["5", 5],
  ["-1", -1],
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a large integer", 1n],
  ["an empty text", ""],
  ["a text", "x"],
  ["true", true],
  ["false", false],
  ["a symbol", Symbol("x")],
  ["an empty list", []],
  ["a list of null", [null]],
  ["a list of objects", [{}]],
  ["an object", {}],
  ["an object without a prototype", Object.create(null)],
  ["a function", () => 5],
  ["an async function", async () => undefined],
  ["a class", class {}],
  ["a map", new Map([["a", 1]])],
  ["a date", new Date(0)],
  ["a pattern", /x/],
  ["a URL", new URL("http://elsewhere.example")],
  ["an object with a getter that throws", Object.defineProperty({}, "x", { get: throws, enumerable: true })],
  ["an object whose text throws", { toString: throws }],
  ["a proxy that throws", new Proxy({}, { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws })],
  ["a revoked proxy", revoked.proxy],
];

/** What becomes of an option: it is taken and calls go through, or it is refused at once, in the client's own words. */
async function expectRefusedOrTaken(what: string, use: () => unknown): Promise<void> {
  try {
    await use();
  } catch (error) {
    if (!isInstantlyError(error)) throw new Error(`${what}: ${String(error)}`, { cause: error });
    expect(["invalid_config", "invalid_request"], `${what}: ${error.message}`).toContain(error.code);
    expect(error.outcome, what).toBe("not_sent");
  }
}

const fetch = async () => Response.json({ id: "id-1", items: [] });

describe.each(values)("%s", (_, value) => {
  test.each<keyof InstantlyClientOptions>([
    "apiKey",
    "baseUrl",
    "timeouts",
    "retry",
    "rateLimiter",
    "logger",
    "hooks",
    "workspaceId",
    "sendEvidence",
  ])("as the client's %s is refused at once or does its work", async (name) => {
    await expectRefusedOrTaken(name, () =>
      createInstantlyClient({ apiKey: "key", fetch, [name]: value }).leads.get("id-1"),
    );
  });

  test("as any other option is refused at once or does its work", async () => {
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const whole = { redis: { call: async () => 0 }, workspace: "w" };
    const limit = { requests: 1, windowMs: 1 };
    const uses: Readonly<Record<string, (given: never) => unknown>> = {
      "options of a client": (given) => createInstantlyClient(given),
      fetch: (given) => createInstantlyClient({ apiKey: "key", fetch: given }),
      "a limiter": (given) => createRateLimiter(given),
      "a store": (given) => redisRateLimitStore(given),
      "options of a call": (given) => client.leads.get("id-1", given),
      requests: (given) => createRateLimiter({ workspace: [{ ...limit, requests: given }] }),
      windowMs: (given) => createRateLimiter({ workspace: [{ ...limit, windowMs: given }] }),
    };
    for (const [what, use] of Object.entries(uses)) await expectRefusedOrTaken(what, () => use(value as never));
    for (const name of ["workspace", "paddingMs", "maxQueue", "store", "logger"]) {
      await expectRefusedOrTaken(name, () => createRateLimiter({ [name]: value }));
    }
    for (const name of ["redis", "workspace", "prefix", "fallbackShare"]) {
      await expectRefusedOrTaken(name, () => redisRateLimitStore({ ...whole, [name]: value }));
    }
    for (const name of ["signal", "timeouts", "priority", "hooks", "retryUnknown"]) {
      await expectRefusedOrTaken(name, () => client.leads.get("id-1", { [name]: value }));
    }
    for (const name of ["onRequest", "onResponse", "onRetry"]) {
      await expectRefusedOrTaken(name, () => client.leads.get("id-1", { hooks: { [name]: value } }));
    }
    for (const name of ["maxRetries", "rateLimitDelaysMs"]) {
      await expectRefusedOrTaken(name, () => createInstantlyClient({ apiKey: "key", fetch, retry: { [name]: value } }));
    }
  });
});
