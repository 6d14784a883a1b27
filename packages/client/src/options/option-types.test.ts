import { describe, expect, test } from "vitest";
import type { InstantlyClientOptions } from "../client-options.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import { createRateLimiter } from "../rate-limit/rate-limiter.ts";
import { redisRateLimitStore } from "../redis.ts";
import type { Observation, SendEvidence } from "../request/send-evidence.ts";

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
  ["an empty list in a list", [[]]],
  ["a promise", Promise.resolve(5)],
  ["an object whose JSON throws", { toJSON: throws }],
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

/** The result of an option: it is accepted and calls work, or it is rejected at once with an error of the client. */
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
  ])("as the client's %s is rejected at once or works", async (name) => {
    await expectRefusedOrTaken(name, () =>
      createInstantlyClient({ apiKey: "key", fetch, [name]: value }).leads.get("id-1"),
    );
  });

  test("as an argument of a call is rejected at once or works", async () => {
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const failed = await createInstantlyClient({ apiKey: "key", fetch: () => Promise.reject() })
      .campaigns.activate("id-1")
      .catch((error: unknown) => error);
    const walk = async (pages: AsyncIterable<unknown>) => {
      for await (const _ of pages);
    };
    const uses: Readonly<Record<string, (given: never) => unknown>> = {
      "a query": (given) => client.emails.list(given),
      "a body of filters": (given) => client.leads.list(given),
      "options of a list": (given) => client.leads.list({}, given),
      "a filter": (given) => client.campaigns.list({ search: given }),
      "a limit": (given) => client.emails.list({ limit: given }),
      "a query of an iteration": (given) => walk(client.emails.iterate(given)),
      "options of an iteration": (given) => walk(client.leads.iterate({}, given)),
      "options of its pages": (given) => walk(client.leads.iterate({}, given).pages()),
      "options of collect": (given) => client.leads.iterate({}).collect(given),
      max: (given) => client.leads.iterate({}).collect({ max: given }),
      "an id": (given) => client.leads.get(given),
      "a body": (given) => client.leads.create(given),
      "the body of a reply": (given) =>
        client.emails.reply({ reply_to_uuid: "m", eaccount: "me@example.com", subject: "x", body: given }),
      "a deletion": (given) => client.leads.deleteMany(given),
      "options of reconcile": (given) => client.reconcile(failed, given),
      settleMs: (given) => client.reconcile(failed, { settleMs: given }),
      "options of a raw call": (given) => client.raw.GET("/api/v2/emails", given),
      "a query of a raw call": (given) => client.raw.GET("/api/v2/emails", { params: { query: given } }),
      "a signal of a raw call": (given) => client.raw.GET("/api/v2/emails", { signal: given }),
      "a body of a raw call": (given) => client.raw.POST("/api/v2/leads", { body: given }),
      "a path of a raw call": (given) => client.raw.GET(given),
    };
    for (const [what, use] of Object.entries(uses)) await expectRefusedOrTaken(what, () => use(value as never));
    for (const name of ["maxItems", "maxPages", "maxEmptyPages", "startingAfter", "prefetch"]) {
      await expectRefusedOrTaken(name, () => walk(client.leads.iterate({}, { [name]: value })));
    }
  });

  test("as a result of a function of the caller breaks no call", async () => {
    const options = { apiKey: "key", fetch, timeouts: { overallMs: 1_000 } };
    const odd = value as never;
    const returns: () => never = () => odd;
    const hooks = { onRequest: returns, onResponse: returns, onWait: returns };
    expect(await createInstantlyClient({ ...options, hooks }).leads.get("id-1")).toMatchObject({ id: "id-1" });
    const evidence: readonly Observation[] = [
      { run: returns, progress: () => "left" },
      { run: (start) => start(), progress: returns },
    ];
    for (const observation of evidence) {
      const client = createInstantlyClient({ ...options, sendEvidence: () => observation });
      expect(await client.leads.get("id-1")).toMatchObject({ id: "id-1" });
    }
    for (const rateLimiter of [
      createRateLimiter({ store: { take: returns, pause: returns, freesIn: returns } }),
      { acquire: returns, pause: returns, freesIn: returns },
    ]) {
      const ended = await createInstantlyClient({ ...options, rateLimiter })
        .leads.get("id-1")
        .catch((error) => error);
      expect(isInstantlyError(ended) ? ended.outcome : ended.id).toMatch(/^(id-1|none|not_sent)$/);
    }
  });

  test("as any other option is rejected at once or works", async () => {
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

describe("evidence of the caller that fails", () => {
  const broken = () => {
    throw new Error("broken evidence");
  };
  const lost = () => Promise.reject(Object.assign(new Error("x"), { code: "ECONNRESET" }));
  const run = <Result>(start: () => Promise<Result>) => start();
  const progress = () => "left" as const;
  let isBroken = false;

  test.each<[string, SendEvidence]>([
    ["when it begins", () => (isBroken ? broken() : { run, progress })],
    ["when it runs", () => ({ run: broken, progress })],
    ["after it runs", () => ({ run: (start) => start().then(broken), progress })],
    ["when it is asked", () => ({ run, progress: broken })],
  ])("%s breaks no call, and proves nothing", async (_, sendEvidence) => {
    const options = { apiKey: "key", rateLimiter: false, retry: false, sendEvidence } as const;
    let sent = 0;
    const counted = (respond: () => Promise<Response>) => () => {
      sent += 1;
      return respond();
    };
    isBroken = false;
    const clients = [fetch, lost].map((respond) => createInstantlyClient({ ...options, fetch: counted(respond) }));
    isBroken = true;
    const [good, bad] = await Promise.allSettled(clients.map((client) => client.campaigns.activate("id-1")));
    expect(good).toMatchObject({ value: { id: "id-1" } });
    expect(bad).toMatchObject({ reason: { code: "network", outcome: "unknown", attempts: 1 } });
    expect(sent).toBe(2);
  });
});
