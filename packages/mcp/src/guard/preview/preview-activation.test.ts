import { describe, expect, test } from "vitest";
import type { GuardedSandbox } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { createToolGuard } from "../create-tool-guard.ts";
import type { ToolGuardOptions } from "../guard-options.ts";

function open(options: ToolGuardOptions = {}, sandbox: Parameters<typeof guardedSandbox>[1] = {}): GuardedSandbox {
  return guardedSandbox(createToolGuard(options), sandbox);
}

async function campaignId({ client }: GuardedSandbox): Promise<string> {
  return (await client.campaigns.list({ limit: 1 })).items[0]?.id ?? "";
}

/** Changes every listed lead. */
function withLeads(change: () => object): (fetch: typeof globalThis.fetch) => typeof globalThis.fetch {
  return (fetch) => async (input, init) => {
    const request = new Request(input, init);
    const response = await fetch(request);
    if (!new URL(request.url).pathname.endsWith("/leads/list")) return response;
    const page = (await response.json()) as { items: object[] };
    return Response.json({ ...page, items: page.items.map((lead) => ({ ...lead, ...change() })) });
  };
}

describe("an activation", () => {
  test("shows the campaign, its senders, leads and steps, and starts after they accept", async () => {
    const guarded = open({}, { scenario: "outreach" });
    const campaign_id = await campaignId(guarded);
    const { message } = formOf(await guarded.call("activate_campaign", { campaign_id }));
    expect(message).toContain("Campaign: Clinics without online booking (draft)");
    expect(message).toContain("Leads: 8, 8 of them active");
    expect(message).toContain("Sending accounts: mara@outreach.example.com, jon@outreach.example.com");
    expect(message).toContain("Step 1 of 2:");
    expect(message).toContain("Fewer no-shows at {{companyName}}: Hi {{firstName}}, do patients still phone?");
    expect(outputOf(await guarded.callAndAccept("activate_campaign", { campaign_id }))).toMatchObject({ status: 1 });
    expect(guarded.sends()).toBe(1);
  });

  const changes: readonly [string, (guarded: GuardedSandbox, id: string) => unknown, RegExp][] = [
    [
      "a lead is added",
      ({ client }, campaign) => client.leads.create({ campaign, email: "new@kestrel.example.com" }),
      /its leads/,
    ],
    [
      "a lead is deleted",
      async ({ client }, campaign_id) => {
        const { items } = await client.leads.list({ campaign: campaign_id, limit: 1 });
        await client.leads.deleteMany({ campaign_id, ids: items.map(({ id }) => id) });
      },
      /its leads/,
    ],
    [
      "the sender changes",
      ({ client }, id) => client.campaigns.update(id, { email_list: ["eve@outreach.example.com"] }),
      /the campaign/,
    ],
    ["the name changes", ({ client }, id) => client.campaigns.update(id, { name: "Other" }), /the campaign/],
    [
      "a text changes",
      ({ client }, id) =>
        client.campaigns.update(id, {
          sequences: [{ steps: [{ type: "email", delay: 0, variants: [{ subject: "Hi", body: "Pay here" }] }] }],
        }),
      /the campaign/,
    ],
    ["it is activated by someone else", ({ client }, id) => client.campaigns.activate(id), /the campaign/],
  ];
  test.each(changes)("is refused if %s after the preview", async (_, change, named) => {
    const guarded = open({}, { scenario: "outreach" });
    const campaign_id = await campaignId(guarded);
    const { state } = formOf(await guarded.call("activate_campaign", { campaign_id }));
    await change(guarded, campaign_id);
    guarded.sandbox.clearJournal();
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    const refused = await guarded.call("activate_campaign", { campaign_id }, { confirm });
    expect(outputOf(refused)["error"]).toMatch(/changed since the preview: /);
    expect(outputOf(refused)["error"]).toMatch(named);
    expect(guarded.writes()).toBe(0);
  });

  test.each([
    ["first name", { first_name: "Eve" }],
    ["variable", { payload: { link: "https://night-owl.test" } }],
    ["opening line", { personalization: "Pay here" }],
    ["address", { email: "eve@night-owl.test" }],
  ])("is refused if the %s of a lead changes after the preview", async (_, change) => {
    let changed = {};
    const guarded = open({}, { scenario: "outreach", rewrite: withLeads(() => changed) });
    const campaign_id = await campaignId(guarded);
    const { state } = formOf(await guarded.call("activate_campaign", { campaign_id }));
    changed = change;
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    const refused = await guarded.call("activate_campaign", { campaign_id }, { confirm });
    expect(outputOf(refused)["error"]).toMatch(/changed since the preview: its leads/);
    expect(guarded.writes()).toBe(0);
  });

  test("is accepted if a lead only opened an email after the preview", async () => {
    let changed = {};
    const guarded = open({}, { scenario: "outreach", rewrite: withLeads(() => changed) });
    const campaign_id = await campaignId(guarded);
    const { state } = formOf(await guarded.call("activate_campaign", { campaign_id }));
    changed = { email_open_count: 1, timestamp_updated: "2026-09-07T09:00:00.000Z" };
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    expect(outputOf(await guarded.call("activate_campaign", { campaign_id }, { confirm }))["success"]).toBe(true);
  });

  test("shows the whole text of a step, and where its links lead", async () => {
    const guarded = open({}, { scenario: "outreach" });
    const campaign_id = await campaignId(guarded);
    const body = `<p>${"Long text. ".repeat(60)}</p><p>The end. <a href="https://night-owl.test/pay">our page</a></p>`;
    await guarded.client.campaigns.update(campaign_id, {
      sequences: [{ steps: [{ type: "email", delay: 0, variants: [{ subject: "Hi", body }] }] }],
    });
    const { message } = formOf(await guarded.call("activate_campaign", { campaign_id }));
    expect(message).toContain("The end. our page");
    expect(message).toContain("Links of step 1: https://night-owl.test/pay");
  });

  test("of an unknown campaign is refused without asking", async () => {
    const guarded = open({}, { scenario: "outreach" });
    const refused = await guarded.call("activate_campaign", { campaign_id: "00000000-0000-4000-8000-000000000000" });
    expect(outputOf(refused)["error"]).toMatch(/no campaign has the id/);
  });

  test("says when the campaign has more leads than are counted", async () => {
    const guarded = open({ countedLeads: 100 }, { scenario: "pages" });
    const { message } = formOf(await guarded.call("activate_campaign", { campaign_id: await campaignId(guarded) }));
    expect(message).toContain("Leads: more than 100; changes beyond them are not noticed");
  });
});
