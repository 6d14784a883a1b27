import { describe, expect, test } from "vitest";
import { createTestSandbox, openFrom, step } from "../../tests/test-sandbox.ts";
import { nullableFields } from "../spec/nullable-fields.gen.ts";
import { operations } from "../spec/operations.gen.ts";

const schedule = { schedules: [openFrom("09:00", "17:00", "Europe/Belgrade", "12345")] };

describe("a new campaign", () => {
  test("is a draft that shows only what was set, and sends nothing", async () => {
    const api = createTestSandbox();
    const { status, body } = await api.request("POST /campaigns", { name: "Autumn", campaign_schedule: schedule });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(String),
      name: "Autumn",
      status: 0,
      campaign_schedule: schedule,
      open_tracking: false,
      organization: api.sandbox.workspaces.main,
      timestamp_created: "2026-09-07T08:00:00.001Z",
      timestamp_updated: "2026-09-07T08:00:00.001Z",
    });
    await api.createLead({ campaign: body["id"], email: "ada@example.com" });
    api.sandbox.advance("30d");
    expect(api.sandbox.outbox()).toEqual([]);
    expect((await api.getCampaign(String(body["id"]))).status).toBe(0);
  });

  test("reads back each step with the units that count by default", async () => {
    const api = createTestSandbox();
    const hours = { ...step(4), delay_unit: "hours" as const };
    const { id } = await api.createCampaign({ sequences: [{ steps: [step(3, "One"), hours] }] });
    const steps = (await api.getCampaign(id)).sequences?.[0]?.steps;
    expect(steps).toEqual([
      { ...step(3, "One"), delay_unit: "days", pre_delay_unit: "days" },
      { ...hours, pre_delay_unit: "days" },
    ]);
  });
});

/** A value for every field but the name. */
const everything = {
  pl_value: 100,
  is_evergreen: true,
  campaign_schedule: { start_date: "2026-10-01", end_date: "2026-12-01", ...schedule },
  sequences: [{ steps: [{ ...step(3, "One"), delay_unit: "hours", pre_delay: 1, pre_delay_unit: "minutes" }] }],
  email_gap: 7,
  random_wait_max: 3,
  text_only: true,
  first_email_text_only: true,
  email_list: ["mara@outreach.example.com"],
  daily_limit: 30,
  stop_on_reply: false,
  email_tag_list: [crypto.randomUUID()],
  link_tracking: true,
  open_tracking: true,
  stop_on_auto_reply: true,
  daily_max_leads: 9,
  prioritize_new_leads: true,
  auto_variant_select: { trigger: "click_rate" },
  match_lead_esp: true,
  stop_for_company: true,
  insert_unsubscribe_header: true,
  allow_risky_contacts: true,
  disable_bounce_protect: true,
  limit_emails_per_company_override: { mode: "custom", daily_limit: 2, scope: "per_campaign" },
  cc_list: ["cc@outreach.example.com"],
  bcc_list: ["bcc@outreach.example.com"],
  owned_by: crypto.randomUUID(),
  provider_routing_rules: [{ action: "send", recipient_esp: ["google"], sender_esp: ["outlook"] }],
};

describe("every field", () => {
  test("of a new campaign is stored and returned", async () => {
    const api = createTestSandbox();
    const fields = { name: "All", ...everything, ai_sdr_id: crypto.randomUUID() };
    expect(Object.keys(fields).sort()).toEqual([...operations.createCampaign.bodyFields].sort());
    const { body } = await api.request("POST /campaigns", fields);
    expect(body).toMatchObject(fields);
    expect(await api.getCampaign(String(body["id"]))).toEqual(body);
  });

  test("of a patch is stored and returned; null unsets nullable fields", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign();
    const fields = { name: "All", ...everything };
    expect(Object.keys(fields).sort()).toEqual([...operations.patchCampaign.bodyFields].sort());
    expect((await api.request(`PATCH /campaigns/${id}`, fields)).body).toMatchObject(fields);
    const nullable = Object.keys(fields).filter((name) => nullableFields.Campaign.includes(name));
    expect(nullable).toHaveLength(20);
    const nothing = Object.fromEntries(nullable.map((name) => [name, null]));
    const { status, body } = await api.request(`PATCH /campaigns/${id}`, nothing);
    expect([status, nullable.filter((name) => name in body)]).toEqual([200, []]);
    expect(body).toMatchObject({ name: "All", email_list: everything.email_list, cc_list: everything.cc_list });
  });
});

describe("a patch", () => {
  test("replaces lists whole, unsets with null, leaves the rest, and bumps the time", async () => {
    const api = createTestSandbox();
    const before = await api.createCampaign({
      email_list: ["a@x.example.com", "b@x.example.com"],
      daily_limit: 30,
      email_gap: 5,
    });
    const patch = { email_list: ["c@x.example.com"], sequences: [{ steps: [step(1, "New")] }], daily_limit: null };
    const { body } = await api.request(`PATCH /campaigns/${before.id}`, patch);
    expect(body).toMatchObject({ name: before.name, email_list: ["c@x.example.com"], email_gap: 5, status: 0 });
    expect(body).not.toHaveProperty("daily_limit");
    expect((await api.getCampaign(before.id)).sequences?.[0]?.steps).toHaveLength(1);
    expect(body["timestamp_created"]).toBe(before.timestamp_created);
    expect(String(body["timestamp_updated"]) > before.timestamp_updated).toBe(true);
  });

  test("drops what only a new campaign may have", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign();
    await api.request(`PATCH /campaigns/${id}`, { ai_sdr_id: crypto.randomUUID(), name: "New" });
    expect(await api.getCampaign(id)).not.toHaveProperty("ai_sdr_id");
  });
});

describe("activation", () => {
  test("works without senders; the next look says that accounts are unhealthy", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({ email_list: [] });
    await api.createLead({ campaign: id, email: "ada@example.com" });
    expect((await api.activateCampaign(id)).status).toBe(1);
    expect((await api.getCampaign(id)).status).toBe(1);
    api.sandbox.advance("1m 1s");
    expect((await api.getCampaign(id)).status).toBe(-1);
    expect(api.sandbox.outbox()).toEqual([]);
  });

  test("works without leads; the next look completes the campaign", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign();
    expect((await api.activateCampaign(id)).status).toBe(1);
    api.sandbox.advance("1m 1s");
    expect((await api.getCampaign(id)).status).toBe(3);
  });

  test("resumes once missing settings are set, and changes nothing if already active", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({ email_list: [] });
    await api.createLead({ campaign: id, email: "ada@example.com" });
    await api.activateCampaign(id);
    api.sandbox.advance("2m");
    await api.request(`PATCH /campaigns/${id}`, { email_list: ["mara@outreach.example.com"] });
    const active = await api.activateCampaign(id);
    expect(await api.activateCampaign(id)).toEqual(active);
    expect(api.sandbox.journal().operations.activateCampaign).toEqual({ requests: 3, committed: 2, effects: 2 });
    api.sandbox.advance("2m");
    expect(api.sandbox.outbox()).toHaveLength(1);
    expect((await api.getCampaign(id)).status).toBe(3);
  });

  test("has the reason why nothing is sent in single responses, not in lists", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({ campaign_schedule: { schedules: [openFrom("20:00", "21:00")] } });
    await api.createLead({ campaign: id, email: "ada@example.com" });
    await api.activateCampaign(id);
    api.sandbox.advance("2m");
    expect((await api.activateCampaign(id)).not_sending_status).toBe(1);
    expect(await api.getCampaign(id)).not.toHaveProperty("not_sending_status");
  });
});

test("with the option accounts, another sender is an error", async () => {
  const api = createTestSandbox({ accounts: ["mara@outreach.example.com"] });
  const fields = { name: "x", campaign_schedule: schedule, email_list: ["eve@elsewhere.example.com"] };
  const refused = await api.request("POST /campaigns", fields);
  expect(refused).toMatchObject({
    status: 400,
    body: { message: "Email account eve@elsewhere.example.com not found" },
  });
  expect((await api.listCampaigns()).items).toEqual([]);
  const { id } = await api.createCampaign({ email_list: ["Mara@outreach.example.com"] });
  expect((await api.request(`PATCH /campaigns/${id}`, { name: "y", email_list: fields.email_list })).status).toBe(400);
  expect((await api.getCampaign(id)).name).toBe("Outreach");
});
