import type { Email } from "@modulex-instantly/types";
import { describe, expect, test } from "vitest";
import type { TestResponse, TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import type { Fault } from "./fault.ts";

/** A rehearsal with something to reply to, and the reply. */
async function repliedCampaign(): Promise<{
  api: TestSandbox;
  reply: () => Promise<TestResponse>;
  mails: () => number;
}> {
  const api = createTestSandbox();
  api.sandbox.load("replies");
  const mail = (await api.listEmails("?i_status=1")).items[0] as Email;
  const body = { reply_to_uuid: mail.id, eaccount: mail.eaccount, subject: "Re", body: { text: "Tuesday?" } };
  const mails = (): number => api.sandbox.outbox().filter(({ by }) => by === "reply").length;
  return { api, reply: () => api.request("POST /emails/reply", body), mails };
}

const plan = (api: TestSandbox, fault: Fault, more: object = {}) =>
  api.request("POST /_sandbox/faults", { operation: "reply_to_email", fault, ...more });

describe("each kind of fault", () => {
  test.each<[Fault, number, string]>([
    [{ kind: "status", status: 503 }, 503, "Service Unavailable"],
    [{ kind: "status", status: 500, message: "Boom" }, 500, "Internal Server Error"],
    [{ kind: "rate_limit_storm" }, 429, "Too Many Requests"],
  ])("%j responds instead of the operation", async (fault, status, error) => {
    const { api, reply, mails } = await repliedCampaign();
    await plan(api, fault);
    const response = await reply();
    const message = fault.kind === "status" ? (fault.message ?? "Planned fault") : "Rate limit exceeded";
    expect([response.status, response.body]).toEqual([status, { statusCode: status, error, message }]);
    expect(mails()).toBe(0);
    expect(api.sandbox.journal().operations.replyToEmail).toEqual({ requests: 1, committed: 0, effects: 0 });
    expect((await reply()).status).toBe(200);
  });

  test("a status after the commit: the email is sent although the response is an error", async () => {
    const { api, reply, mails } = await repliedCampaign();
    await plan(api, { kind: "status", status: 504, afterCommit: true });
    expect((await reply()).status).toBe(504);
    expect(mails()).toBe(1);
    expect(api.sandbox.journal().entries.at(-1)).toMatchObject({ status: 504, effects: 1, fault: "status" });
  });

  test("Retry-After is sent", async () => {
    const { api, reply } = await repliedCampaign();
    await plan(api, { kind: "rate_limit_storm", retryAfter: "2" }, { times: 3 });
    const responses = [await reply(), await reply(), await reply(), await reply()];
    expect(responses.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
      [429, "2"],
      [429, "2"],
      [429, "2"],
      [200, null],
    ]);
  });

  test.each<[Fault["kind"], number]>([
    ["drop_before_commit", 0],
    ["drop_after_commit", 1],
  ])("%s: no response, and %i mails", async (kind, effects) => {
    const { api, reply, mails } = await repliedCampaign();
    await plan(api, { kind } as Fault);
    await expect(reply()).rejects.toThrow(new TypeError("fetch failed"));
    expect(mails()).toBe(effects);
    expect(api.sandbox.journal().entries.at(-1)).toMatchObject({ status: null, effects, fault: kind });
    expect((await reply()).status).toBe(200);
    expect(api.sandbox.journal().operations.replyToEmail).toMatchObject({ requests: 2, committed: effects + 1 });
  });

  test("a truncated body: the status and half of the response arrive, and the email is sent", async () => {
    const { api, mails } = await repliedCampaign();
    await plan(api, { kind: "truncated_body" });
    const [mail] = (await api.listEmails()).items;
    const response = await api.sandbox.fetch("http://sandbox/api/v2/emails/reply", {
      method: "POST",
      headers: { authorization: `Bearer ${api.sandbox.keys.full}`, "content-type": "application/json" },
      body: JSON.stringify({ reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: { text: "Hi" } }),
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(mails()).toBe(1);
  });

  test.each<[Fault, number, number]>([
    [{ kind: "html_page" }, 502, 0],
    [{ kind: "html_page", status: 403 }, 403, 0],
    [{ kind: "html_page", status: 200, afterCommit: true }, 200, 1],
  ])("%j responds with a page", async (fault, status, effects) => {
    const { api, mails } = await repliedCampaign();
    await plan(api, fault, { operation: "createLeadList" });
    const response = await api.sandbox.fetch("http://sandbox/api/v2/lead-lists", {
      method: "POST",
      headers: { authorization: `Bearer ${api.sandbox.keys.full}`, "content-type": "application/json" },
      body: '{"name":"Labs"}',
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
    expect((await api.listLeadLists("?search=labs")).items).toHaveLength(effects);
    expect(mails()).toBe(0);
  });

  test.each<["before_commit" | "after_commit", number]>([
    ["before_commit", 0],
    ["after_commit", 1],
  ])("a delay %s: a caller who gives up in the meantime left %i mails behind", async (when, effects) => {
    const { api, mails } = await repliedCampaign();
    await plan(api, { kind: "delay", delayMs: 300, when });
    const [mail] = (await api.listEmails()).items;
    const call = api.sandbox.fetch("http://sandbox/api/v2/emails/reply", {
      method: "POST",
      signal: AbortSignal.timeout(150),
      headers: { authorization: `Bearer ${api.sandbox.keys.full}`, "content-type": "application/json" },
      body: JSON.stringify({ reply_to_uuid: mail?.id, eaccount: mail?.eaccount, subject: "Re", body: { text: "Hi" } }),
    });
    await expect(call).rejects.toThrow(/timeout/);
    expect(mails()).toBe(effects);
  });

  test("a delay ends with the normal response", async () => {
    const { api, reply, mails } = await repliedCampaign();
    await plan(api, { kind: "delay", delayMs: 80 });
    const before = performance.now();
    expect((await reply()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
    expect(mails()).toBe(1);
  });
});

test.each(["before_commit", "after_commit"] as const)("closing waits for no delay %s", async (when) => {
  const api = createTestSandbox();
  api.sandbox.plan({ times: 20, fault: { kind: "delay", delayMs: 60_000, when } });
  const calls = Array.from({ length: 20 }, () => api.request("POST /lead-lists", { name: "Clinics" }));
  await expect.poll(async () => (await api.request("GET /_sandbox/faults")).body["pending"]).toEqual([]);
  await api.sandbox.close();
  for (const { status, body } of await Promise.all(calls)) {
    expect([status, body["message"]]).toEqual([503, "The sandbox was closed"]);
  }
  const effects = when === "before_commit" ? 0 : 20;
  expect(api.sandbox.journal().operations.createLeadList).toMatchObject({ requests: 20, effects });
});

test.each([204, 304])("a status without a body (%i) is one in process, too", async (status) => {
  const api = createTestSandbox();
  api.sandbox.plan({ fault: { kind: "status", status } });
  const headers = { authorization: `Bearer ${api.sandbox.keys.full}` };
  const response = await api.sandbox.fetch("http://sandbox/api/v2/campaigns", { headers });
  expect([response.status, response.body]).toEqual([status, null]);
});

describe("planning", () => {
  test("a fault applies to its operation only, in the order of planning, and the given number of times", async () => {
    const api = createTestSandbox();
    api.sandbox.plan({ operation: "list_campaigns", times: 2, fault: { kind: "status", status: 500 } });
    api.sandbox.plan({ fault: { kind: "status", status: 503 } });
    expect((await api.request("GET /_sandbox/faults")).body["pending"]).toEqual([
      { operation: "listCampaign", times: 2, fault: { kind: "status", status: 500 } },
      { operation: "*", times: 1, fault: { kind: "status", status: 503 } },
    ]);
    const status = async (route: string): Promise<number> => (await api.request(route)).status;
    expect([await status("GET /campaigns"), await status("GET /lead-lists"), await status("GET /lead-lists")]).toEqual([
      500, 503, 200,
    ]);
    expect([await status("GET /campaigns"), await status("GET /campaigns")]).toEqual([500, 200]);
    expect((await api.request("GET /_sandbox/faults")).body).toEqual({ pending: [] });
  });

  test("an unauthorised call uses up no fault; clearing removes all", async () => {
    const api = createTestSandbox();
    api.sandbox.plan({ times: 5, fault: { kind: "drop_before_commit" } });
    const authorization = `Bearer ${api.sandbox.keys.revoked}`;
    expect((await api.request("GET /campaigns", undefined, { authorization })).status).toBe(401);
    expect((await api.request("GET /_sandbox/faults")).body["pending"]).toMatchObject([{ times: 5 }]);
    expect((await api.request("DELETE /_sandbox/faults")).body).toEqual({ pending: [] });
    expect((await api.listCampaigns()).items).toEqual([]);
  });
});
