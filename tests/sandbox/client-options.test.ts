import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InstantlyClientOptions, Iteration } from "@modulex-instantly/client";
import { createInstantlyClient, createRateLimiter, isInstantlyError } from "@modulex-instantly/client";
import type { SandboxOptions } from "@modulex-instantly/sandbox";
import { createSandbox, fakeIteration, startSandbox } from "@modulex-instantly/sandbox";
import { describe, expect, expectTypeOf, test } from "vitest";

const received = { email_type: "received" } as const;

function clientOf(options: SandboxOptions = { scenario: "replies" }) {
  const sandbox = createSandbox(options);
  return { sandbox, instantly: createInstantlyClient(sandbox.clientOptions) };
}

/** The milliseconds that a piece of work takes. */
async function durationOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

describe("a client with clientOptions", () => {
  test("needs no other option, and no call waits: neither the 21st list of emails nor the 101st call", async () => {
    const { sandbox, instantly } = clientOf();
    const spent = await durationOf(async () => {
      for (let call = 0; call < 60; call += 1) await instantly.emails.list(received);
      await Promise.all(Array.from({ length: 300 }, () => instantly.leads.list({ limit: 1 })));
    });
    expect(spent).toBeLessThan(10_000);
    const { listEmail, listLeads } = sandbox.journal().operations;
    expect([listEmail?.requests, listLeads?.requests]).toEqual([60, 300]);
  });

  test("retries as often as by default, without a delay", async () => {
    const { sandbox, instantly } = clientOf();
    sandbox.plan({ operation: "listEmail", times: 3, fault: { kind: "rate_limit_storm" } });
    sandbox.plan({ operation: "listLeads", times: 2, fault: { kind: "status", status: 503 } });
    const spent = await durationOf(async () => {
      expect((await instantly.emails.list(received)).items).not.toEqual([]);
      expect((await instantly.leads.list()).items).not.toEqual([]);
    });
    expect(spent).toBeLessThan(1_000);
    sandbox.plan({ operation: "listEmail", times: 4, fault: { kind: "rate_limit_storm" } });
    await expect(instantly.emails.list(received)).rejects.toMatchObject({ code: "rate_limited", attempts: 4 });
  });

  test("is as careful as any: a reply whose response is lost is sent once, and the outcome is unknown", async () => {
    const { sandbox, instantly } = clientOf();
    const [mail] = (await instantly.emails.list(received)).items;
    if (!mail) throw new Error("the scenario has no received email");
    sandbox.plan({ operation: "replyToEmail", fault: { kind: "drop_after_commit" } });
    const { id: reply_to_uuid, eaccount, subject } = mail;
    const error = await instantly.emails
      .reply({ reply_to_uuid, eaccount, subject, body: { text: "Thursday?" } })
      .catch((thrown: unknown) => thrown);
    if (!isInstantlyError(error)) throw error;
    expect([error.code, error.outcome]).toEqual(["network", "unknown"]);
    expect(sandbox.journal().operations.replyToEmail).toMatchObject({ requests: 1, effects: 1 });
    expect(await instantly.reconcile(error)).toBe("applied");
  });

  test("has limits again with a limiter or with limits of its own", async () => {
    const { sandbox } = clientOf();
    const limited = createInstantlyClient({
      ...sandbox.clientOptions,
      rateLimiter: createRateLimiter(),
      timeouts: { overallMs: 500 },
    });
    for (let call = 0; call < 20; call += 1) await limited.emails.list(received);
    await expect(limited.emails.list(received)).rejects.toMatchObject({ code: "timeout", outcome: "not_sent" });

    const { instantly } = clientOf({ limits: "virtual" });
    for (let call = 0; call < 20; call += 1) await instantly.emails.list(received);
    await expect(instantly.emails.list(received)).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("never calls the real API, whatever the environment and whatever fetch replaces that of the sandbox", async () => {
    const urls: string[] = [];
    const { clientOptions } = createSandbox();
    const fetch: typeof globalThis.fetch = async (input) => {
      urls.push(String(input));
      return Response.json({ items: [] });
    };
    await createInstantlyClient({ ...clientOptions, fetch }).leads.list();
    expect(urls).toEqual(["http://localhost/api/v2/leads/list"]);
    expect(clientOptions.apiKey).toMatch(/^sbx_/);
    expectTypeOf(clientOptions).toExtend<InstantlyClientOptions>();
  });

  test("of a running sandbox waits for nothing either, while HTTP has the limits of the API", async () => {
    const sandbox = await startSandbox({ scenario: "replies" });
    try {
      expect(sandbox.clientOptions.baseUrl).toBe(sandbox.url);
      const instantly = createInstantlyClient(sandbox.clientOptions);
      for (let call = 0; call < 30; call += 1) await instantly.emails.list(received);
      const { fetch: _, ...overHttp } = sandbox.clientOptions;
      const remote = createInstantlyClient(overHttp);
      for (let call = 0; call < 20; call += 1) await remote.emails.list(received);
      await expect(remote.emails.list(received)).rejects.toMatchObject({ code: "rate_limited" });
    } finally {
      await sandbox.close();
    }
  });
});

describe("the scenario of a sandbox", () => {
  test("is its initial state, to which reset returns", async () => {
    const { sandbox, instantly } = clientOf();
    const before = await instantly.emails.iterate(received).collect({ max: 50 });
    expect(before.length).toBeGreaterThan(0);
    const { items: leads } = await instantly.leads.list();
    sandbox.advance("30d");
    await instantly.leadLists.create({ name: "Berlin founders" });
    sandbox.reset();
    expect(await instantly.emails.iterate(received).collect({ max: 50 })).toEqual(before);
    expect((await instantly.leads.list()).items).toEqual(leads);
    expect((await instantly.leadLists.list()).items.map(({ name }) => name)).toEqual(["Clinics, autumn"]);
    sandbox.load("empty");
    expect((await instantly.leads.list()).items).toEqual([]);
  });

  test("is that of a new snapshot file only", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "sandbox-scenario-"));
    const snapshotFile = path.join(folder, "state.snapshot");
    try {
      const first = clientOf({ scenario: "replies", snapshotFile });
      const emails = await first.instantly.emails.iterate().collect({ max: 100 });
      expect(emails.length).toBeGreaterThan(0);
      await first.sandbox.close();
      const second = clientOf({ scenario: "pages", snapshotFile });
      expect(await second.instantly.emails.iterate().collect({ max: 100 })).toEqual(emails);
      await second.sandbox.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("is empty by default, and an unknown one is named", async () => {
    expect((await clientOf({}).instantly.leads.list()).items).toEqual([]);
    // @ts-expect-error there is no such scenario
    expect(() => createSandbox({ scenario: "reply" })).toThrow(
      'Sandbox option scenario: expected one of "empty", "outreach", "replies", "pages", found "reply"',
    );
  });
});

describe("fakeIteration", () => {
  const names = ["ada", "bo", "cy"];
  const pagesOf = async (iteration: Pick<Iteration<unknown>, "pages">) => {
    const pages = [];
    for await (const page of iteration.pages()) pages.push(page);
    return pages;
  };

  test("has the type of an iteration of the client, for the items of any list", () => {
    expectTypeOf(fakeIteration(names)).toExtend<Iteration<string>>();
  });

  test("yields the items, as one page or as an array, and again with each use", async () => {
    const iteration: Iteration<string> = fakeIteration(names);
    for (let use = 0; use < 2; use += 1) {
      const seen: string[] = [];
      for await (const name of iteration) seen.push(name);
      expect(seen).toEqual(names);
    }
    expect(await iteration.collect({ max: 2 })).toEqual(["ada", "bo"]);
    expect(await iteration.collect({ max: 9 })).toEqual(names);
    expect(await pagesOf(iteration)).toEqual([{ items: names, nextStartingAfter: undefined }]);
  });

  test("of no items has no page, like a real iteration", async () => {
    expect(await pagesOf(fakeIteration([]))).toEqual([]);
    expect(await pagesOf(clientOf({}).instantly.leadLists.iterate())).toEqual([]);
    expect(await fakeIteration([]).collect({ max: 5 })).toEqual([]);
  });

  test.each([[-1], [1.5], [Number.NaN], [undefined], ["2"]])(
    "rejects collect({ max: %j }), as the client does",
    async (max) => {
      const given = { max } as { readonly max: number };
      await expect(fakeIteration(names).collect(given)).rejects.toThrow("collect requires max");
      await expect(clientOf({}).instantly.leadLists.iterate().collect(given)).rejects.toThrow("collect requires max");
    },
  );

  test("rejects what is not an array", () => {
    expect(() => fakeIteration(new Set(names) as never)).toThrow("fakeIteration: expected an array of items");
  });
});
