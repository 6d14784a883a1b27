import { describe, expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("a new lead", () => {
  test("shows exactly what the live API shows: unset texts empty, everything else left out", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign();
    const lead = await api.createLead({ campaign: id, email: "Ada@Brightlane.example.com", first_name: "Ada" });
    expect(lead).toEqual({
      id: expect.stringMatching(V7),
      timestamp_created: "2026-09-07T08:00:00.002Z",
      timestamp_updated: "2026-09-07T08:00:00.002Z",
      organization: api.sandbox.workspaces.main,
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
    expect(await api.getLead(lead.id.toUpperCase())).toEqual(lead);
  });

  test("has status 0 in a list, 1 in a campaign, and 1 without either", async () => {
    const api = createTestSandbox();
    const [campaign, list] = [await api.createCampaign(), await api.createLeadList("Clinics")];
    expect((await api.createLead({ list_id: list.id, email: "a@example.com" })).status).toBe(0);
    expect((await api.createLead({ campaign: campaign.id, email: "a@example.com" })).status).toBe(1);
    expect((await api.createLead({ campaign: campaign.id, list_id: list.id, email: "b@example.com" })).status).toBe(1);
    expect((await api.createLead({ email: "a@example.com" })).status).toBe(1);
    expect((await api.createLead({})).status).toBe(1);
  });

  test("carries custom variables in its payload, and widens those of its campaign", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign();
    const custom_variables = { floor: 3, vip: true, note: "calls only", old: null };
    const lead = await api.createLead({ campaign: id, email: "ada@example.com", phone: "555-0100", custom_variables });
    expect(lead.payload).toMatchObject({ ...custom_variables, phone: "555-0100", email: "ada@example.com" });
    expect(lead).not.toHaveProperty("custom_variables");
    await api.createLead({ campaign: id, email: "bo@example.com", custom_variables: { city: "Porto" } });
    expect(Object.keys((await api.getCampaign(id)).custom_variables ?? {}).sort()).toEqual([
      "city",
      "floor",
      "note",
      "old",
      "vip",
    ]);
  });

  test("finds out later who runs its mailbox", async () => {
    const api = createTestSandbox();
    const [one, two] = [
      await api.createLead({ email: "a@gmail.com" }),
      await api.createLead({ email: "b@nowhere.example.com" }),
    ];
    expect([one.esp_code, two.esp_code]).toEqual([undefined, undefined]);
    api.sandbox.advance("1m");
    expect([(await api.getLead(one.id)).esp_code, (await api.getLead(two.id)).esp_code]).toEqual([1, 1000]);
  });

  test("is verified in the background when asked for; the address says with what result", async () => {
    const api = createTestSandbox();
    const make = (word: string) => api.createLead({ email: `${word}@example.com`, verify_leads_on_import: true });
    const made = [await make("ada"), await make("invalid"), await make("risky"), await make("catch-all")];
    expect(made.map(({ verification_status }) => verification_status)).toEqual([11, 11, 11, 11]);
    api.sandbox.advance("2m");
    const now = await Promise.all(made.map(({ id }) => api.getLead(id)));
    expect(now.map(({ verification_status }) => verification_status)).toEqual([1, -1, -2, -3]);
  });
});

test("leads have version 7 ids, campaigns and lists version 4", async () => {
  const api = createTestSandbox();
  expect((await api.createCampaign()).id).toMatch(V4);
  expect((await api.createLeadList("Clinics")).id).toMatch(V4);
  expect((await api.createLead({})).id).toMatch(V7);
});

describe("the same address again", () => {
  test("is stored twice without a flag", async () => {
    const api = createTestSandbox();
    const [one, two] = [
      await api.createLead({ email: "ada@example.com" }),
      await api.createLead({ email: "ada@example.com" }),
    ];
    expect(one.id).not.toBe(two.id);
    expect((await api.listLeads()).items).toHaveLength(2);
  });

  test.each([
    ["skip_if_in_workspace", [true, true, true]],
    ["skip_if_in_campaign", [true, false, false]],
    ["skip_if_in_list", [false, true, false]],
  ] as const)("%s", async (flag, [inCampaign, inList, elsewhere]) => {
    const api = createTestSandbox();
    const [campaign, other] = [await api.createCampaign(), await api.createCampaign()];
    const list = await api.createLeadList("Clinics");
    const known = [
      await api.createLead({ campaign: campaign.id, email: "ada@example.com" }),
      await api.createLead({ list_id: list.id, email: "ada@example.com" }),
    ].map(({ id }) => id);
    const isSkipped = async (destination: Record<string, string>): Promise<boolean> =>
      known.includes((await api.createLead({ ...destination, email: "ADA@example.com", [flag]: true })).id);
    expect(await isSkipped({ campaign: campaign.id })).toBe(inCampaign);
    expect(await isSkipped({ list_id: list.id })).toBe(inList);
    expect(await isSkipped({ campaign: other.id })).toBe(elsewhere);
    const skipped = [inCampaign, inList, elsewhere].filter(Boolean).length;
    expect((await api.listLeads()).items).toHaveLength(5 - skipped);
    expect(api.sandbox.journal().operations.createLead).toEqual({
      requests: 5,
      committed: 5 - skipped,
      effects: 5 - skipped,
    });
  });
});

test("lead lists show what was set; names need not be unique", async () => {
  const api = createTestSandbox();
  const [one, two] = [await api.createLeadList("Clinics"), await api.createLeadList("Clinics")];
  expect(one.id).not.toBe(two.id);
  expect(one).toEqual({
    id: expect.stringMatching(V4),
    name: "Clinics",
    organization_id: api.sandbox.workspaces.main,
    timestamp_created: "2026-09-07T08:00:00.001Z",
  });
  const { body } = await api.request("POST /lead-lists", { name: "Labs", has_enrichment_task: false, owned_by: null });
  expect(body).toMatchObject({ has_enrichment_task: false });
  expect(body).not.toHaveProperty("owned_by");
});
