import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import type { Overview } from "../contract/sandbox-views.ts";

const change = (api: TestSandbox, body?: unknown) => api.request("POST /_sandbox/state", body);

describe("the state over HTTP", () => {
  test("is summarised by workspace, with the known scenarios", async () => {
    const api = createTestSandbox();
    api.sandbox.load("outreach");
    const { body } = await api.request("GET /_sandbox/state");
    expect(Object.keys(body["scenarios"] as object)).toEqual(["empty", "outreach", "replies", "pages"]);
    expect(body["workspaces"]).toEqual([
      {
        id: api.sandbox.workspaces.main,
        leads: 8,
        lead_lists: 1,
        emails: 0,
        accounts: ["mara@outreach.example.com", "jon@outreach.example.com"],
        campaigns: [expect.objectContaining({ status: 0, leads: 8 })],
      },
      { id: api.sandbox.workspaces.sub, leads: 0, lead_lists: 0, emails: 0, accounts: [], campaigns: [] },
    ]);
  });

  test.each([
    ["a clock that would go back", "POST /_sandbox/clock", { set: "2020-01-01T00:00:00Z" }],
    ["no duration", "POST /_sandbox/clock", { advance: "soon" }],
    ["an unknown scenario", "POST /_sandbox/state", { scenario: "nowhere" }],
    ["a broken snapshot", "POST /_sandbox/state", { restore: "{" }],
    ["a scenario file with an unknown key", "POST /_sandbox/scenarios", { text: "titel: Mine" }],
    ["an action on an unknown mail", "POST /_sandbox/actions", { mail: "nothing", action: "reply" }],
  ])("%s is refused, and is no change", async (_, route, body) => {
    const api = createTestSandbox();
    const live = async () => ((await api.request("GET /_sandbox/overview")).body as unknown as Overview).live;
    const before = await live();
    expect((await api.request(route, body)).status).toBeGreaterThanOrEqual(400);
    expect(await live()).toEqual(before);
    expect((await api.request("POST /_sandbox/clock", { advance: "1h" })).status).toBe(200);
    expect((await live()).revision).toBeGreaterThan(before.revision);
  });

  test("a snapshot restores everything, including scheduled events", async () => {
    const api = createTestSandbox();
    api.sandbox.load("outreach");
    await api.activateCampaign((await api.listCampaigns()).items[0]?.id ?? "");
    api.sandbox.advance("3h");
    const { snapshot } = (await change(api, { snapshot: true })).body;
    const end = async (): Promise<unknown> => {
      api.sandbox.runUntilIdle();
      return [
        api.sandbox.outbox(),
        await api.listLeads({ limit: 100 }),
        await api.listEmails("?limit=100"),
        api.sandbox.now(),
      ];
    };
    const first = await end();
    await change(api, { reset: true });
    expect((await api.listLeads()).items).toEqual([]);
    expect((await change(api, { restore: snapshot })).status).toBe(200);
    expect(await end()).toEqual(first);
  });

  test("a snapshot can be restored in another sandbox", async () => {
    const [one, other] = [createTestSandbox(), createTestSandbox()];
    one.sandbox.load("replies");
    await change(other, { restore: one.sandbox.snapshot() });
    expect(other.sandbox.outbox()).toEqual(one.sandbox.outbox());
    expect(other.sandbox.snapshot()).toBe(one.sandbox.snapshot());
  });

  test("an invalid snapshot is rejected and changes nothing", async () => {
    const api = createTestSandbox();
    await api.createLeadList("Clinics");
    const good = api.sandbox.snapshot();
    for (const broken of ["", "{}", good.slice(0, -20), `${good}{}`, good.replace("Clinics", "Clinigs")]) {
      const response = await change(api, { restore: broken });
      expect(response.status).toBe(400);
      expect(response.body["message"]).toMatch(/^restore: the snapshot is invalid: ./);
      expect(api.sandbox.snapshot()).toBe(good);
    }
  });

  test("reset restores the initial state of the seed", async () => {
    const api = createTestSandbox();
    const empty = api.sandbox.snapshot();
    api.sandbox.load("replies");
    expect((await change(api, { reset: true })).body["now"]).toBe("2026-09-07T08:00:00.000Z");
    expect(api.sandbox.snapshot()).toBe(empty);
  });
});

describe("scenarios", () => {
  test.each([
    ["empty", 0, 0, 0],
    ["outreach", 8, 1, 0],
    ["pages", 250, 25, 0],
  ])("%s", async (scenario, leads, lead_lists, emails) => {
    const api = createTestSandbox();
    api.sandbox.load("replies");
    const { body } = await change(api, { scenario });
    expect((body["workspaces"] as object[])[0]).toMatchObject({ leads, lead_lists, emails });
  });

  test("replies has a reply of every kind", async () => {
    const api = createTestSandbox();
    await change(api, { scenario: "replies" });
    const { items } = await api.listEmails("?email_type=received&limit=100");
    expect(new Set(items.map(({ i_status }) => i_status))).toEqual(new Set([0, 1, -1]));
    const status = new Set((await api.listLeads({ limit: 100 })).items.map((lead) => lead.status));
    expect(status).toEqual(new Set([3, -1, -2]));
  });
});

describe("generated leads", () => {
  test("are added to a campaign, a list or neither, with unique addresses that do nothing", async () => {
    const api = createTestSandbox();
    const [campaign, list] = [await api.createCampaign(), await api.createLeadList("Clinics")];
    await change(api, { leads: 120, campaign: campaign.id.toUpperCase() });
    await change(api, { leads: 20, list_id: list.id });
    await change(api, { leads: 5 });
    const { body } = await api.request("GET /_sandbox/state");
    expect((body["workspaces"] as object[])[0]).toMatchObject({ leads: 145, campaigns: [{ leads: 120 }] });
    expect((await api.listLeads({ list_id: list.id, limit: 100 })).items.map(({ status }) => status)).toEqual(
      Array(20).fill(0),
    );
    const addresses = api.sandbox.snapshot().match(/[a-z.0-9-]+@[a-z-]+\.example\.com/g) ?? [];
    expect(new Set(addresses.filter((address) => !address.includes("outreach"))).size).toBe(145);
    await api.activateCampaign(campaign.id);
    api.sandbox.runUntilIdle();
    expect([api.sandbox.outbox().length, (await api.listEmails("?email_type=received")).items.length]).toEqual([
      120, 0,
    ]);
  });
});

describe("an invalid request for the state", () => {
  test.each<[unknown, RegExp]>([
    [
      { scenario: "replys" },
      /^scenario: expected one of empty, outreach, replies, pages, found "replys"; did you mean "replies"\?$/,
    ],
    [{ scenario: "constructor" }, /^scenario: expected one of empty, outreach, replies, pages, found "constructor"/],
    [{ scenario: 3 }, /^scenario: expected one of/],
    [{ leads: "many" }, /^leads: expected a whole number from 1 to 2000000, found "many"$/],
    [{ leads: 0 }, /^leads: .* found 0$/],
    [{ leads: 5, campaign: 7 }, /^campaign: expected an id, found 7$/],
    [{ reset: true, campaign: "x" }, /^campaign: only allowed with leads, found reset$/],
    [{ scenario: "pages", list_id: "x" }, /^list_id: only allowed with leads, found scenario$/],
    [{ restore: { a: 1 } }, /^restore: expected a snapshot as a string$/],
    [
      { rest: true },
      /^rest is unknown; known are reset, snapshot, restore, scenario, leads.*did you mean "restore"\?$/,
    ],
    [{ reset: true, leads: 5 }, /^body: expected exactly one of .*, found reset and leads$/],
    [{ reset: false }, /^reset: expected true, found false$/],
    [{ snapshot: "please" }, /^snapshot: expected true, found "please"$/],
  ])("%j says which field and why", async (body, message) => {
    const api = createTestSandbox();
    await api.createLeadList("Clinics");
    const before = api.sandbox.snapshot();
    const response = await change(api, body);
    expect(response.status).toBe(400);
    expect(response.body["message"]).toMatch(message);
    expect(api.sandbox.snapshot()).toBe(before);
  });

  test("a campaign or list that does not exist is a 404 that names the field", async () => {
    const id = crypto.randomUUID();
    expect(await change(createTestSandbox(), { leads: 5, campaign: id })).toMatchObject({
      status: 404,
      body: { message: `campaign: there is no campaign ${id}` },
    });
    expect(await change(createTestSandbox(), { leads: 5, list_id: id })).toMatchObject({
      status: 404,
      body: { message: `list_id: there is no lead list ${id}` },
    });
  });
});
