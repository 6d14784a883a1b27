import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import type { MailPage } from "../contract/mail-views.ts";
import type { Checkpoint, FaultKinds, KeyList, Overview } from "../contract/sandbox-views.ts";

async function get<Body>(api: TestSandbox, path: string): Promise<Body> {
  const { status, body } = await api.request(`GET /_sandbox${path}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as Body;
}

const post = (api: TestSandbox, path: string, body?: unknown) => api.request(`POST /_sandbox${path}`, body);

describe("checkpoints", () => {
  test("lead back to the state in which they were made", async () => {
    const api = createTestSandbox({ scenario: "outreach" });
    const made = (await post(api, "/checkpoints", { label: "before the start" })).body as unknown as Checkpoint;
    const before = api.sandbox.snapshot();
    expect(made).toMatchObject({
      id: "1",
      label: "before the start",
      at: api.sandbox.now(),
      characters: before.length,
    });
    await api.activateCampaign((await api.listCampaigns()).items[0]?.id ?? "");
    api.sandbox.advance("3d");
    const second = (await post(api, "/checkpoints")).body;
    expect(second["label"]).toBe(second["at"]);
    expect((await post(api, "/checkpoints/1")).body).toMatchObject({ now: made.at });
    expect(api.sandbox.snapshot()).toBe(before);
    expect((await get<{ checkpoints: Checkpoint[] }>(api, "/checkpoints")).checkpoints.map(({ id }) => id)).toEqual([
      "1",
      "2",
    ]);
    expect((await post(api, "/checkpoints/2")).status).toBe(200);
    expect(api.sandbox.outbox().length).toBeGreaterThan(8);
    expect(await post(api, "/checkpoints/7")).toMatchObject({
      status: 404,
      body: { message: "There is no checkpoint 7; known are 1, 2" },
    });
    expect((await api.request("DELETE /_sandbox/checkpoints")).body).toEqual({ checkpoints: [] });
  });

  test("are bounded, and refuse other input", async () => {
    const api = createTestSandbox();
    for (let index = 0; index < 25; index += 1) await post(api, "/checkpoints", { label: "x".repeat(1000) });
    const { checkpoints } = await get<{ checkpoints: Checkpoint[] }>(api, "/checkpoints");
    expect([checkpoints.length, checkpoints[0]?.id, checkpoints[0]?.label.length]).toEqual([20, "6", 200]);
    expect((await post(api, "/checkpoints", { label: 7 })).body["message"]).toBe("label: expected a string, found 7");
    expect((await post(api, "/checkpoints", { name: "x" })).body["message"]).toMatch(
      /^name is unknown; known are label/,
    );
  });
});

describe("the clock", () => {
  test("moves to the next event, and to the next email of a campaign", async () => {
    const api = createTestSandbox({ scenario: "outreach" });
    await api.activateCampaign((await api.listCampaigns()).items[0]?.id ?? "");
    const { clock } = await get<Overview>(api, "/overview");
    const event = await post(api, "/clock/next-event");
    expect(event.body).toMatchObject({ events: 1 });
    expect(clock).toMatchObject({
      advancing: null,
      mode: "manual",
      nextEvent: { text: expect.stringContaining("looks for work") },
    });
    const api2 = createTestSandbox({ scenario: "outreach" });
    await api2.activateCampaign((await api2.listCampaigns()).items[0]?.id ?? "");
    const sent = await post(api2, "/clock/next-send", {});
    const [mail] = api2.sandbox.outbox();
    expect(sent.body).toMatchObject({ mail: mail?.id, now: mail?.at });
    expect(clock.nextSend).toMatchObject({ at: mail?.at, to: mail?.to[0], subject: mail?.subject, step: mail?.step });
    expect(api2.sandbox.outbox()).toHaveLength(1);
    api2.sandbox.runUntilIdle();
    expect((await post(api2, "/clock/next-send")).body).toMatchObject({ mail: null, events: 0, pending: 0 });
    expect((await post(api2, "/clock/next-event")).body).toMatchObject({ events: 0 });
    expect((await get<Overview>(api2, "/overview")).clock).toMatchObject({ nextEvent: null, nextSend: null });
    expect((await post(api2, "/clock/next-send", { to: "x" })).status).toBe(400);
  });

  test("tells in the overview what the sandbox is", async () => {
    const api = createTestSandbox({ scenario: "replies", seed: "x" });
    expect(await get<Overview>(api, "/overview")).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      mode: "live",
      seed: "x",
      scenario: "replies",
      hasSnapshotFile: false,
      live: { mails: (await get<MailPage>(api, "/mails")).total, campaigns: 1, leads: 8 },
    });
  });
});

describe("faults and keys", () => {
  test("have what a form needs, and faults of one operation can be removed", async () => {
    const api = createTestSandbox();
    const { kinds, operations } = await get<FaultKinds>(api, "/faults/kinds");
    expect(kinds.status.map(({ name, type, isRequired }) => [name, type, isRequired])).toEqual([
      ["status", "number", true],
      ["message", "string", false],
      ["retryAfter", "string", false],
      ["afterCommit", "boolean", false],
    ]);
    expect(kinds.delay.map(({ choices }) => choices)).toEqual([undefined, ["before_commit", "after_commit"]]);
    expect(operations.find(({ id }) => id === "replyToEmail")).toMatchObject({ method: "POST", effect: "send" });
    for (const operation of ["listCampaign", "*"]) api.sandbox.plan({ operation, fault: { kind: "truncated_body" } });
    const left = await api.request("DELETE /_sandbox/faults/list_campaigns");
    expect(left.body).toMatchObject({ pending: [{ operation: "*" }] });
    expect((await api.request("DELETE /_sandbox/faults/*")).body).toEqual({ pending: [] });
    const unknown = await api.request("DELETE /_sandbox/faults/listCampaigns");
    expect([unknown.status, unknown.body["message"]]).toEqual([
      400,
      expect.stringContaining('did you mean "listCampaign"?'),
    ]);
  });

  test("list every key with its scopes", async () => {
    const api = createTestSandbox();
    const created = api.sandbox.keys.withScopes("leads:read");
    const { keys, scopes } = await get<KeyList>(api, "/keys/all");
    expect(keys.map(({ name }) => name)).toEqual(["full", "readOnly", "unpaid", "revoked", "leads:read"]);
    expect(keys.at(-1)).toEqual({
      key: created,
      name: "leads:read",
      scopes: ["leads:read"],
      paid: true,
      revoked: false,
    });
    expect(scopes).toContain("leads:read");
  });
});
