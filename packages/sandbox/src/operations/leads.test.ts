import { describe, expect, test } from "vitest";
import { rehearse } from "../../tests/rehearsal.ts";

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("a new lead", () => {
  test("shows exactly what the live API shows: unset texts empty, everything else left out", async () => {
    const on = rehearse();
    const { id } = await on.campaign();
    const lead = await on.lead({ campaign: id, email: "Ada@Brightlane.example.com", first_name: "Ada" });
    expect(lead).toEqual({
      id: expect.stringMatching(V7),
      timestamp_created: "2026-09-07T08:00:00.002Z",
      timestamp_updated: "2026-09-07T08:00:00.002Z",
      organization: on.sandbox.workspaces.main,
      campaign: id,
      status: 1,
      email: "Ada@Brightlane.example.com",
      first_name: "Ada",
      last_name: "",
      company_name: "",
      website: "",
      personalization: "",
      company_domain: "brightlane.example.com",
      payload: {
        email: "Ada@Brightlane.example.com",
        firstName: "Ada",
        lastName: "",
        companyName: "",
        website: "",
        personalization: "",
        campaign: id,
      },
      upload_method: "api",
      email_open_count: 0,
      email_reply_count: 0,
      email_click_count: 0,
      status_summary: {},
    });
    expect(await on.leadNow(lead.id.toUpperCase())).toEqual(lead);
  });

  test("has status 0 in a list, 1 in a campaign, and 1 without either", async () => {
    const on = rehearse();
    const [campaign, list] = [await on.campaign(), await on.list("Clinics")];
    expect((await on.lead({ list_id: list.id, email: "a@example.com" })).status).toBe(0);
    expect((await on.lead({ campaign: campaign.id, email: "a@example.com" })).status).toBe(1);
    expect((await on.lead({ campaign: campaign.id, list_id: list.id, email: "b@example.com" })).status).toBe(1);
    expect((await on.lead({ email: "a@example.com" })).status).toBe(1);
    expect((await on.lead({})).status).toBe(1);
  });

  test("carries custom variables in its payload, and widens those of its campaign", async () => {
    const on = rehearse();
    const { id } = await on.campaign();
    const custom_variables = { floor: 3, vip: true, note: "calls only", old: null };
    const lead = await on.lead({ campaign: id, email: "ada@example.com", phone: "555-0100", custom_variables });
    expect(lead.payload).toMatchObject({ ...custom_variables, phone: "555-0100", email: "ada@example.com" });
    expect(lead).not.toHaveProperty("custom_variables");
    await on.lead({ campaign: id, email: "bo@example.com", custom_variables: { city: "Porto" } });
    expect(Object.keys((await on.campaignNow(id)).custom_variables ?? {}).sort()).toEqual([
      "city",
      "floor",
      "note",
      "old",
      "vip",
    ]);
  });

  test("finds out later who runs its mailbox", async () => {
    const on = rehearse();
    const [one, two] = [await on.lead({ email: "a@gmail.com" }), await on.lead({ email: "b@nowhere.example.com" })];
    expect([one.esp_code, two.esp_code]).toEqual([undefined, undefined]);
    on.sandbox.advance("1m");
    expect([(await on.leadNow(one.id)).esp_code, (await on.leadNow(two.id)).esp_code]).toEqual([1, 1000]);
  });

  test("is verified in the background when asked for; the address says with what result", async () => {
    const on = rehearse();
    const make = (word: string) => on.lead({ email: `${word}@example.com`, verify_leads_on_import: true });
    const made = [await make("ada"), await make("invalid"), await make("risky"), await make("catch-all")];
    expect(made.map(({ verification_status }) => verification_status)).toEqual([11, 11, 11, 11]);
    on.sandbox.advance("2m");
    const now = await Promise.all(made.map(({ id }) => on.leadNow(id)));
    expect(now.map(({ verification_status }) => verification_status)).toEqual([1, -1, -2, -3]);
  });
});

test("leads have version 7 ids, campaigns and lists version 4", async () => {
  const on = rehearse();
  expect((await on.campaign()).id).toMatch(V4);
  expect((await on.list("Clinics")).id).toMatch(V4);
  expect((await on.lead({})).id).toMatch(V7);
});

describe("the same address again", () => {
  test("is stored twice without a flag", async () => {
    const on = rehearse();
    const [one, two] = [await on.lead({ email: "ada@example.com" }), await on.lead({ email: "ada@example.com" })];
    expect(one.id).not.toBe(two.id);
    expect((await on.leads()).items).toHaveLength(2);
  });

  test.each([
    ["skip_if_in_workspace", [true, true, true]],
    ["skip_if_in_campaign", [true, false, false]],
    ["skip_if_in_list", [false, true, false]],
  ] as const)("%s", async (flag, [inCampaign, inList, elsewhere]) => {
    const on = rehearse();
    const [campaign, other] = [await on.campaign(), await on.campaign()];
    const list = await on.list("Clinics");
    const known = [
      await on.lead({ campaign: campaign.id, email: "ada@example.com" }),
      await on.lead({ list_id: list.id, email: "ada@example.com" }),
    ].map(({ id }) => id);
    const isSkipped = async (destination: Record<string, string>): Promise<boolean> =>
      known.includes((await on.lead({ ...destination, email: "ADA@example.com", [flag]: true })).id);
    expect(await isSkipped({ campaign: campaign.id })).toBe(inCampaign);
    expect(await isSkipped({ list_id: list.id })).toBe(inList);
    expect(await isSkipped({ campaign: other.id })).toBe(elsewhere);
    const skipped = [inCampaign, inList, elsewhere].filter(Boolean).length;
    expect((await on.leads()).items).toHaveLength(5 - skipped);
    expect(on.sandbox.journal().operations.createLead).toEqual({
      requests: 5,
      committed: 5 - skipped,
      effects: 5 - skipped,
    });
  });
});

test("lead lists show what was set; names need not be unique", async () => {
  const on = rehearse();
  const [one, two] = [await on.list("Clinics"), await on.list("Clinics")];
  expect(one.id).not.toBe(two.id);
  expect(one).toEqual({
    id: expect.stringMatching(V4),
    name: "Clinics",
    organization_id: on.sandbox.workspaces.main,
    timestamp_created: "2026-09-07T08:00:00.001Z",
  });
  const { body } = await on.ask("POST /lead-lists", { name: "Labs", has_enrichment_task: false, owned_by: null });
  expect(body).toMatchObject({ has_enrichment_task: false });
  expect(body).not.toHaveProperty("owned_by");
});
