import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calls, success } from "../../../tests/client/calls.ts";
import type { Step } from "../../../tests/client/scripted-fetch.ts";
import {
  answers,
  answersText,
  breaksAfter,
  fails,
  hangs,
  scriptedFetch,
  stallsAfter,
  throws,
} from "../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../tests/client/seeded.ts";
import { drained, fakeTime, settled } from "../../../tests/client/settle.ts";
import type { InstantlyClientOptions } from "./client-options.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { isInstantlyError } from "./instantly-error.ts";
import { createRateLimiter } from "./rate-limiter.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

const repeatable = ["patchCampaign", "updateLeadInterestStatus", "bulkDeleteLeads", "createLead"] as const;
const settledBy = {
  patchCampaign: "campaigns.list",
  updateLeadInterestStatus: "leads.list",
  bulkDeleteLeads: "leads.list",
  createLead: "leads.list",
};

async function ran(
  id: (typeof repeatable)[number],
  steps: readonly Step[],
  options: Partial<InstantlyClientOptions> = {},
  signal?: AbortSignal,
) {
  const { fetch, requests } = scriptedFetch(...steps);
  const client = createInstantlyClient({ apiKey: "key", fetch, ...options });
  const result = await settled(calls[id](client, { retryUnknown: true, signal }));
  const error: unknown = result.status === "rejected" ? result.reason : undefined;
  if (error !== undefined && !isInstantlyError(error)) throw error;
  return { client, error: error as InstantlyError, requests };
}

/** Attempts after which the write may have happened, and the caller lets it be repeated. */
const opens: readonly (readonly [string, Step, "unknown" | "applied_unverified"])[] = [
  ["a reset", fails({ code: "ECONNRESET" }), "unknown"],
  ["a thrown text", throws("x"), "unknown"],
  ["no answer", hangs, "unknown"],
  ["503", answersText("", 503), "unknown"],
  ["408", answersText("", 408), "unknown"],
  ["a success that breaks off", breaksAfter('{"id":'), "applied_unverified"],
  ["a success that stalls", stallsAfter('{"id":'), "applied_unverified"],
];
/** Attempts that by themselves say that nothing happened. */
const closes: readonly (readonly [string, Step, object])[] = [
  ["a refused connection", fails({ code: "ECONNREFUSED" }), { code: "network" }],
  ["a certificate that is not accepted", fails({ code: "CERT_HAS_EXPIRED" }), { code: "tls" }],
  ["400", answers({ message: "no" }, 400), { code: "bad_request", status: 400, apiMessage: "no" }],
  ["401", answersText("", 401), { code: "unauthorized", status: 401 }],
  ["404", answersText("", 404), { code: "not_found", status: 404 }],
  ["409", answersText("", 409), { code: "conflict", status: 409 }],
  ["403 with a page", answersText("<html>", 403, { "content-type": "text/html" }), { code: "edge_error" }],
  ["429", answersText("", 429), { code: "rate_limited", retryAfterMs: expect.any(Number) }],
  ["429 for an hour", answersText("", 429, { "retry-after": "3600" }), { code: "rate_limited" }],
];

describe.each(opens)("after %s, which leaves it open", (_, open, outcome) => {
  test.each(closes)("%s closes nothing", async (_name, close, expected) => {
    for (const id of repeatable) {
      const { error, requests } = await ran(id, [open, close]);
      expect(requests.length).toBeGreaterThan(1);
      const { length: attempts } = requests;
      expect(error).toMatchObject({ ...expected, outcome, settledBy: settledBy[id], retryable: false, attempts });
      expect(error.message).toMatch(/; an earlier attempt may have been applied$/);
    }
  });

  test("a success is a success", async () => {
    for (const between of [[], [fails({ code: "ECONNREFUSED" })], [answersText("", 429), answersText("", 429)]]) {
      expect((await ran("patchCampaign", [open, ...between, success("patchCampaign")])).error).toBeUndefined();
    }
  });

  test("what cannot be read keeps it open", async () => {
    const { error } = await ran("createLead", [open, answersText("")]);
    expect(error).toMatchObject({ code: "invalid_response", outcome: "applied_unverified", settledBy: "leads.list" });
    const page = answersText("<html>", 200, { "content-type": "text/html" });
    expect((await ran("createLead", [open, page])).error).toMatchObject({ outcome, settledBy: "leads.list" });
  });

  test("neither an abort between attempts nor one in the queue closes it", async () => {
    for (const between of [[], [answersText("", 429)], [fails({ code: "ECONNREFUSED" })]]) {
      const controller = new AbortController();
      let waits = 0;
      const hooks = { onRetry: () => void (waits++ === between.length && setTimeout(() => controller.abort(), 1)) };
      const { error } = await ran("patchCampaign", [open, ...between, hangs], { hooks }, controller.signal);
      expect(error).toMatchObject({ code: "aborted", outcome, settledBy: "campaigns.list" });
    }
  });

  test("neither the deadline nor a slot that does not come in time closes it", async () => {
    const timeouts = { writeAttemptMs: 500, overallMs: 800 };
    const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 60_000 }] });
    const retry = { minDelayMs: 100, maxDelayMs: 100 };
    const { error } = await ran("createLead", [open], { timeouts, rateLimiter, retry });
    expect(error).toMatchObject({ code: "timeout", outcome, settledBy: "leads.list", retryable: false, attempts: 1 });
    const stalled = await ran("createLead", [open, hangs], { timeouts, retry });
    expect(stalled.error).toMatchObject({ code: "timeout", outcome, settledBy: "leads.list" });
  });

  test("a limiter that fails does not close it", async () => {
    const acquire = vi.fn();
    const rateLimiter = { acquire, pause: () => undefined, freesIn: () => undefined };
    acquire.mockReturnValueOnce(undefined).mockImplementation(() => {
      throw new Error("the limiter is broken");
    });
    const { error, requests } = await ran("createLead", [open], { rateLimiter });
    expect(requests).toHaveLength(1);
    expect(error).toMatchObject({ outcome, settledBy: "leads.list", retryable: false });
  });

  test("reconcile reads before it says anything", async () => {
    // Loaded when it is first needed, which no timer drives.
    await import("./reconcile.ts");
    const { client, error, requests } = await ran("createLead", [open, answersText("", 404), answers({ items: [] })]);
    const sent = requests.length;
    await settled(client.reconcile(error));
    expect(requests.length).toBeGreaterThan(sent);
    expect(requests.at(-1)?.url.pathname).toBe("/api/v2/leads/list");
  });
});

test("a queue that is full by the time of the repeat does not close it", async () => {
  const { fetch, requests } = scriptedFetch(answersText("", 503));
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs: 60_000 }], maxQueue: 1 });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter });
  const call = calls.createLead(client, { retryUnknown: true });
  const waiting = client.leads.get("id-1").catch(() => undefined);
  expect(await settled(call)).toMatchObject({
    reason: { code: "queue_full", outcome: "unknown", settledBy: "leads.list", retryable: false, attempts: 1 },
  });
  expect(requests).toHaveLength(1);
  await settled(waiting);
});

test("an answer that said success outweighs attempts that said nothing, in either order", async () => {
  const said = breaksAfter('{"id":');
  const reset = fails({ code: "ECONNRESET" });
  for (const steps of [
    [said, reset],
    [reset, said],
    [reset, said, reset],
  ]) {
    const { error, requests } = await ran("patchCampaign", steps);
    expect(requests).toHaveLength(3);
    expect(error).toMatchObject({ code: "network", outcome: "applied_unverified", settledBy: "campaigns.list" });
  }
});

test("without an open attempt, refusals and failures before sending are told as they are", async () => {
  const refused = fails({ code: "ECONNREFUSED" });
  const { error } = await ran("createLead", [refused, answersText("", 429), answers({ message: "no" }, 400)]);
  expect(error).toMatchObject({ code: "bad_request", outcome: "rejected", retryable: false });
  expect(error.settledBy).toBeUndefined();
  expect(error.message).not.toContain("earlier attempt");
  expect((await ran("createLead", [answersText("", 429), refused])).error).toMatchObject({
    outcome: "not_sent",
    retryable: true,
  });
});

test("a read has no effect to leave open: its outcome is that of its last attempt", async () => {
  const { fetch } = scriptedFetch(answersText("", 503), answersText("", 404));
  const read = createInstantlyClient({ apiKey: "key", fetch }).leads.get("id-1");
  expect(await settled(read)).toMatchObject({ reason: { code: "not_found", outcome: "rejected" } });
  const other = scriptedFetch(answersText("", 503));
  const lost = createInstantlyClient({ apiKey: "key", fetch: other.fetch }).leads.get("id-1");
  expect(await settled(lost)).toMatchObject({ reason: { outcome: "none", retryable: true } });
});

test("whatever the attempts, the outcome is open exactly if one of them was, and the last is no success", async () => {
  const steps = fc.array(
    fc.oneof(
      fc.constantFrom(...opens).map(([name, step, outcome]) => ({ name, step, outcome })),
      fc.constantFrom(...closes).map(([name, step]) => ({ name, step, outcome: undefined })),
      fc.constant({ name: "success", step: success("createLead"), outcome: undefined }),
    ),
    { minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...repeatable), steps, async (id, plan) => {
      const { error, requests } = await ran(id, [...plan.map(({ step }) => step), success(id)]);
      await drained();
      const met = plan.slice(0, requests.length);
      if (error === undefined) return;
      const outcomes = met.map(({ outcome }) => outcome);
      const worst = outcomes.includes("applied_unverified")
        ? "applied_unverified"
        : outcomes.find((outcome) => outcome === "unknown");
      if (worst) expect(error).toMatchObject({ outcome: worst, settledBy: settledBy[id], retryable: false });
      else expect(error).toMatchObject({ outcome: expect.stringMatching(/^(not_sent|rejected)$/) });
      expect(error.attempts).toBe(requests.length);
    }),
    seeded("open attempts"),
  );
});
