import { describe, expect, test } from "vitest";
import type { Rehearsal } from "../../tests/rehearsal.ts";
import { rehearse } from "../../tests/rehearsal.ts";

const change = (on: Rehearsal, body?: unknown) => on.ask("POST /_sandbox/state", body);

describe("the state over HTTP", () => {
  test("is shown by workspace, with the scenarios there are", async () => {
    const on = rehearse();
    on.sandbox.load("outreach");
    const { body } = await on.ask("GET /_sandbox/state");
    expect(Object.keys(body["scenarios"] as object)).toEqual(["empty", "outreach", "replies", "pages"]);
    expect(body["workspaces"]).toEqual([
      {
        id: on.sandbox.workspaces.main,
        leads: 8,
        lead_lists: 1,
        emails: 0,
        accounts: ["mara@outreach.example.com", "jon@outreach.example.com"],
        campaigns: [expect.objectContaining({ status: 0, leads: 8 })],
      },
      { id: on.sandbox.workspaces.sub, leads: 0, lead_lists: 0, emails: 0, accounts: [], campaigns: [] },
    ]);
  });

  test("a snapshot brings everything back, also what was about to happen", async () => {
    const on = rehearse();
    on.sandbox.load("outreach");
    await on.activate((await on.campaigns()).items[0]?.id ?? "");
    on.sandbox.advance("3h");
    const { snapshot } = (await change(on, { snapshot: true })).body;
    const end = async (): Promise<unknown> => {
      on.sandbox.runUntilIdle();
      return [on.sandbox.outbox(), await on.leads({ limit: 100 }), await on.emails("?limit=100"), on.sandbox.now()];
    };
    const first = await end();
    await change(on, { reset: true });
    expect((await on.leads()).items).toEqual([]);
    expect((await change(on, { restore: snapshot })).status).toBe(200);
    expect(await end()).toEqual(first);
  });

  test("a snapshot goes over to another sandbox", async () => {
    const [one, other] = [rehearse(), rehearse()];
    one.sandbox.load("replies");
    await change(other, { restore: one.sandbox.snapshot() });
    expect(other.sandbox.outbox()).toEqual(one.sandbox.outbox());
    expect(other.sandbox.snapshot()).toBe(one.sandbox.snapshot());
  });

  test("a broken snapshot is refused and changes nothing", async () => {
    const on = rehearse();
    await on.list("Clinics");
    const good = on.sandbox.snapshot();
    for (const broken of ["", "{}", good.slice(0, -20), `${good}{}`, good.replace("Clinics", "Clinigs")]) {
      const answer = await change(on, { restore: broken });
      expect(answer.status).toBe(400);
      expect(answer.body["message"]).toMatch(/^restore: the snapshot is refused: ./);
      expect(on.sandbox.snapshot()).toBe(good);
    }
  });

  test("reset forgets everything and starts from the seed", async () => {
    const on = rehearse();
    const empty = on.sandbox.snapshot();
    on.sandbox.load("replies");
    expect((await change(on, { reset: true })).body["now"]).toBe("2026-09-07T08:00:00.000Z");
    expect(on.sandbox.snapshot()).toBe(empty);
  });
});

describe("scenarios", () => {
  test.each([
    ["empty", 0, 0, 0],
    ["outreach", 8, 1, 0],
    ["pages", 250, 25, 0],
  ])("%s", async (scenario, leads, lead_lists, emails) => {
    const on = rehearse();
    on.sandbox.load("replies");
    const { body } = await change(on, { scenario });
    expect((body["workspaces"] as object[])[0]).toMatchObject({ leads, lead_lists, emails });
  });

  test("replies has a reply of every kind to read", async () => {
    const on = rehearse();
    await change(on, { scenario: "replies" });
    const { items } = await on.emails("?email_type=received&limit=100");
    expect(new Set(items.map(({ i_status }) => i_status))).toEqual(new Set([0, 1, -1]));
    const status = new Set((await on.leads({ limit: 100 })).items.map((lead) => lead.status));
    expect(status).toEqual(new Set([3, -1, -2]));
  });
});

describe("generated leads", () => {
  test("go into a campaign, a list or neither, all with addresses of their own that do nothing", async () => {
    const on = rehearse();
    const [campaign, list] = [await on.campaign(), await on.list("Clinics")];
    await change(on, { leads: 120, campaign: campaign.id.toUpperCase() });
    await change(on, { leads: 20, list_id: list.id });
    await change(on, { leads: 5 });
    const { body } = await on.ask("GET /_sandbox/state");
    expect((body["workspaces"] as object[])[0]).toMatchObject({ leads: 145, campaigns: [{ leads: 120 }] });
    expect((await on.leads({ list_id: list.id, limit: 100 })).items.map(({ status }) => status)).toEqual(
      Array(20).fill(0),
    );
    const addresses = on.sandbox.snapshot().match(/[a-z.0-9-]+@[a-z-]+\.example\.com/g) ?? [];
    expect(new Set(addresses.filter((address) => !address.includes("outreach"))).size).toBe(145);
    await on.activate(campaign.id);
    on.sandbox.runUntilIdle();
    expect([on.sandbox.outbox().length, (await on.emails("?email_type=received")).items.length]).toEqual([120, 0]);
  });
});

describe("a wrong call on the state", () => {
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
    [{ reset: true, campaign: "x" }, /^campaign: goes with leads only, found reset$/],
    [{ scenario: "pages", list_id: "x" }, /^list_id: goes with leads only, found scenario$/],
    [{ restore: { a: 1 } }, /^restore: expected the text of a snapshot$/],
    [
      { rest: true },
      /^rest is unknown; known are reset, snapshot, restore, scenario, leads.*did you mean "restore"\?$/,
    ],
    [{ reset: true, leads: 5 }, /^body: expected exactly one of .*, found reset and leads$/],
    [{ reset: false }, /^reset: expected true, found false$/],
    [{ snapshot: "please" }, /^snapshot: expected true, found "please"$/],
  ])("%j says which field and why", async (body, message) => {
    const on = rehearse();
    await on.list("Clinics");
    const before = on.sandbox.snapshot();
    const answer = await change(on, body);
    expect(answer.status).toBe(400);
    expect(answer.body["message"]).toMatch(message);
    expect(on.sandbox.snapshot()).toBe(before);
  });

  test("a campaign or list that does not exist is a 404 that names the field", async () => {
    const id = crypto.randomUUID();
    expect(await change(rehearse(), { leads: 5, campaign: id })).toMatchObject({
      status: 404,
      body: { message: `campaign: there is no campaign ${id}` },
    });
    expect(await change(rehearse(), { leads: 5, list_id: id })).toMatchObject({
      status: 404,
      body: { message: `list_id: there is no lead list ${id}` },
    });
  });
});
