import type { Lead } from "@modulex-instantly/types";
import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";

interface Stock {
  readonly api: TestSandbox;
  readonly campaign_id: string;
  readonly list_id: string;
  readonly leads: readonly Lead[];
}

/** Three leads in a campaign, two in a list, one in neither. */
async function stocked(): Promise<Stock> {
  const api = createTestSandbox();
  const [campaign, list] = [await api.createCampaign(), await api.createLeadList("Clinics")];
  const leads: Lead[] = [];
  for (const name of ["a", "b", "c"])
    leads.push(await api.createLead({ campaign: campaign.id, email: `${name}@example.com` }));
  for (const name of ["d", "e"]) leads.push(await api.createLead({ list_id: list.id, email: `${name}@example.com` }));
  leads.push(await api.createLead({ email: "f@example.com" }));
  return { api, campaign_id: campaign.id, list_id: list.id, leads };
}

const remaining = async (api: TestSandbox): Promise<string> =>
  (await api.listLeads()).items.map(({ email }) => email?.[0]).join("");

describe("deleting leads", () => {
  test("without ids, status or limit deletes every lead of the campaign", async () => {
    const { api, campaign_id, leads } = await stocked();
    const response = await api.request("DELETE /leads", { campaign_id });
    expect([response.status, response.body]).toEqual([200, { count: 3 }]);
    expect(await remaining(api)).toBe("def");
    expect((await api.request(`GET /leads/${leads[0]?.id}`)).status).toBe(404);
    expect((await api.request("DELETE /leads", { campaign_id })).body).toEqual({ count: 0 });
    expect(api.sandbox.journal().operations.bulkDeleteLeads).toEqual({ requests: 2, committed: 1, effects: 3 });
  });

  test("a misspelt filter is dropped, so that everything goes: the trap is there to be met", async () => {
    const { api, campaign_id } = await stocked();
    expect((await api.request("DELETE /leads", { campaign_id, delete_list: ["a@example.com"] })).body).toEqual({
      count: 3,
    });
  });

  test("ids count only within the campaign or list", async () => {
    const { api, campaign_id, list_id, leads } = await stocked();
    const ids = [leads[1]?.id, leads[3]?.id, leads[5]?.id];
    expect((await api.request("DELETE /leads", { campaign_id, ids })).body).toEqual({ count: 1 });
    expect(await remaining(api)).toBe("acdef");
    expect((await api.request("DELETE /leads", { list_id, ids })).body).toEqual({ count: 1 });
    expect(await remaining(api)).toBe("acef");
    expect((await api.request("DELETE /leads", { list_id, campaign_id })).body).toEqual({ count: 0 });
  });

  test("limit applies to every call: a retry deletes further leads", async () => {
    const { api, campaign_id } = await stocked();
    expect((await api.request("DELETE /leads", { campaign_id, limit: 2 })).body).toEqual({ count: 2 });
    expect(await remaining(api)).toBe("cdef");
    expect((await api.request("DELETE /leads", { campaign_id, limit: 2 })).body).toEqual({ count: 1 });
  });

  test("by status", async () => {
    const { api, campaign_id, leads } = await stocked();
    await api.request("POST /leads/update-interest-status", { lead_email: leads[0]?.email, interest_value: 1 });
    api.sandbox.advance("1m");
    expect((await api.request("DELETE /leads", { campaign_id, status: 3 })).body).toEqual({ count: 1 });
    expect(await remaining(api)).toBe("bcdef");
  });

  test("an unknown campaign is a count of 0; neither campaign nor list, or a bad limit, is a 400", async () => {
    const { api, campaign_id, leads } = await stocked();
    expect((await api.request("DELETE /leads", { campaign_id: crypto.randomUUID() })).body).toEqual({ count: 0 });
    for (const body of [{}, { ids: [leads[0]?.id] }, { campaign_id, limit: 0 }, { campaign_id, limit: 10_001 }]) {
      expect((await api.request("DELETE /leads", body)).status).toBe(400);
    }
    expect(await remaining(api)).toBe("abcdef");
  });

  test("a deleted lead gets no further email", async () => {
    const { api, campaign_id, leads } = await stocked();
    await api.activateCampaign(campaign_id);
    await api.request("DELETE /leads", { campaign_id, ids: [leads[1]?.id] });
    api.sandbox.runUntilIdle();
    expect(api.sandbox.outbox().flatMap(({ to }) => to)).toEqual(["a@example.com", "c@example.com"]);
  });
});
