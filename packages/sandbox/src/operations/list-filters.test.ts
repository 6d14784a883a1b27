import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";

/** One lead of every behaviour in a campaign of two steps, three days after it was activated, and one in a list. */
async function replies(): Promise<TestSandbox> {
  const api = createTestSandbox();
  api.sandbox.load("replies");
  const { id } = await api.createLeadList("Later");
  await api.createLead({ list_id: id, email: "zoe@later.example.com", first_name: "Zoe", last_name: "Marsh" });
  return api;
}

const names = async (api: TestSandbox, filter: Record<string, unknown>): Promise<(string | undefined)[]> =>
  (await api.listLeads({ limit: 100, ...filter })).items.map(({ email }) => email?.split("@")[0]);

describe("leads", () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ search: "MARSH" }, ["zoe"]],
    [{ search: "kofi" }, ["unsubscribe"]],
    [{ search: "quiet.example" }, ["ada"]],
    [{ in_campaign: false }, ["zoe"]],
    [{ in_list: true }, ["zoe"]],
    [{ contacts: ["ADA@quiet.example.com", "nobody@example.com"] }, ["ada"]],
    [{ queries: [{ actionType: "link-click", values: { "occurrence-days": 7 } }] }, ["click"]],
    [
      { queries: [{ actionType: "lead-status", values: { "lead-status": { status: 1, condition: "is" } } }] },
      ["reply+interested"],
    ],
    [
      { queries: [{ actionType: "reply", values: { "occurrence-count": { condition: "more", count: 1 } } }] },
      ["out-of-office"],
    ],
    [
      { queries: [{ actionType: "last-contacted", values: { "occurrence-count": { condition: "less", count: 1 } } }] },
      ["zoe"],
    ],
    [
      { queries: [{ actionType: "email-open", values: { "occurrence-count": { condition: "equal", count: 2 } } }] },
      ["open", "click"],
    ],
    [
      { queries: [{ actionType: "lead-status-change", values: { "occurrence-days": 30 } }] },
      ["reply+interested", "reply+not-interested+after-1d", "out-of-office"],
    ],
    [
      {
        filter: "FILTER_VAL_REPLIED",
        queries: [{ actionType: "lead-status", values: { "lead-status": { status: 1, condition: "is-not" } } }],
      },
      ["reply+not-interested+after-1d", "out-of-office"],
    ],
    [{ search: "kofi", is_website_visitor: false, esg_code: "none" }, ["unsubscribe"]],
    [{ smart_view_id: "5f1d3a52-8a5c-4d3e-9f60-1d2c3b4a5e6f" }, []],
    [{ organization_user_ids: ["5f1d3a52-8a5c-4d3e-9f60-1d2c3b4a5e6f"] }, []],
    [{ is_website_visitor: true }, []],
    [{ enrichment_status: 1 }, []],
    [{ esg_code: "all" }, []],
  ])("%j", async (filter, expected) => {
    expect(await names(await replies(), filter)).toEqual(expected);
  });

  test("campaign, list_id, ids and excluded_ids narrow the list together", async () => {
    const api = await replies();
    const all = (await api.listLeads({ limit: 100 })).items;
    const inList = all.find(({ list_id }) => list_id !== undefined);
    const campaign = all.find((lead) => lead.campaign !== undefined)?.campaign;
    expect(await names(api, { list_id: inList?.list_id })).toEqual(["zoe"]);
    expect(await names(api, { campaign })).toHaveLength(8);
    const ids = all.slice(0, 3).map(({ id }) => id);
    expect((await api.listLeads({ ids })).items.map(({ id }) => id)).toEqual(ids);
    expect((await api.listLeads({ ids, excluded_ids: [ids[1]] })).items.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect((await api.listLeads({ ids, list_id: inList?.list_id })).items).toEqual([]);
  });

  test("an unknown value of filter lets every lead through", async () => {
    expect(await names(await replies(), { filter: "FILTER_LEAD_WON" })).toHaveLength(9);
  });

  test("a filter with a wrong name is ignored: every lead is returned", async () => {
    const api = await replies();
    for (const wrong of [{ campaign_id: crypto.randomUUID() }, { status: 3 }, { skip: 5 }, { campaign_ids: [] }]) {
      expect((await api.listLeads({ limit: 100, ...wrong })).items).toHaveLength(9);
    }
    const ignored = api.sandbox.journal().entries.flatMap((entry) => entry.ignored ?? []);
    expect(ignored).toEqual(["campaign_id", "status", "skip", "campaign_ids"]);
  });
});

describe("campaigns and lead lists", () => {
  test("search by name, status and exclude_status", async () => {
    const api = createTestSandbox();
    const [one] = [await api.createCampaign({ name: "Spring" }), await api.createCampaign({ name: "Autumn sprint" })];
    await api.createCampaign({ name: "Winter", sequences: [{ steps: [step(0)] }] });
    await api.activateCampaign(one.id);
    const found = async (query: string): Promise<string[]> =>
      (await api.listCampaigns(query)).items.map(({ name }) => name).sort();
    expect(await found("?search=SPR")).toEqual(["Autumn sprint", "Spring"]);
    expect(await found("?status=1")).toEqual(["Spring"]);
    expect(await found("?exclude_status=1")).toEqual(["Autumn sprint", "Winter"]);
    expect(await found("?tag_ids=a,b")).toEqual([]);
    const agent = crypto.randomUUID();
    await api.createCampaign({ name: "Of an agent", ai_sdr_id: agent });
    expect(await found(`?ai_sales_agent_id=${agent.toUpperCase()}`)).toEqual(["Of an agent"]);
    expect(await found("?exclude_status=0")).toEqual(["Spring"]);
    expect(await found("?status=2")).toEqual([]);
  });

  test("lead lists by name and by enrichment", async () => {
    const api = createTestSandbox();
    await api.createLeadList("Clinics");
    await api.request("POST /lead-lists", { name: "Labs", has_enrichment_task: true });
    const found = async (query: string): Promise<string[]> =>
      (await api.listLeadLists(query)).items.map(({ name }) => name);
    expect(await found("?search=CLIN")).toEqual(["Clinics"]);
    expect(await found("?has_enrichment_task=true")).toEqual(["Labs"]);
    expect(await found("?has_enrichment_task=false")).toEqual(["Clinics"]);
  });
});
