import { describe, expect, test } from "vitest";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";

const ROUTE = "POST /leads/update-interest-status";
const ada = "ada@example.com";

describe("a new interest status", () => {
  test("is accepted with 202 and set a little later; null unsets it", async () => {
    const api = createTestSandbox();
    const { id } = await api.createLead({ email: ada });
    const response = await api.request(ROUTE, { lead_email: "ADA@example.com", interest_value: 1 });
    expect([response.status, response.body]).toEqual([
      202,
      { message: "Lead interest status update background job submitted" },
    ]);
    expect(await api.getLead(id)).not.toHaveProperty("lt_interest_status");
    api.sandbox.advance("2s");
    const set = await api.getLead(id);
    expect(set.lt_interest_status).toBe(1);
    expect(set.timestamp_last_interest_change).toBe(set.timestamp_updated);
    await api.request(ROUTE, { lead_email: ada, interest_value: null });
    api.sandbox.advance("2s");
    const reset = await api.getLead(id);
    expect(reset).not.toHaveProperty("lt_interest_status");
    expect(String(reset.timestamp_last_interest_change) > String(set.timestamp_last_interest_change)).toBe(true);
  });

  test("may be the number of a custom label, and 0", async () => {
    const api = createTestSandbox();
    const { id } = await api.createLead({ email: ada });
    for (const interest_value of [17, -9, 0]) {
      await api.request(ROUTE, { lead_email: ada, interest_value });
      api.sandbox.advance("2s");
      expect((await api.getLead(id)).lt_interest_status).toBe(interest_value);
    }
  });

  test("meets every lead of the address, or those of one campaign or list", async () => {
    const api = createTestSandbox();
    const [campaign, list] = [await api.createCampaign(), await api.createLeadList("Clinics")];
    const leads = [
      await api.createLead({ campaign: campaign.id, email: ada }),
      await api.createLead({ list_id: list.id, email: ada }),
      await api.createLead({ email: ada }),
    ];
    const interests = async (): Promise<(number | null | undefined)[]> => {
      api.sandbox.advance("2s");
      return Promise.all(leads.map(async ({ id }) => (await api.getLead(id)).lt_interest_status));
    };
    await api.request(ROUTE, { lead_email: ada, interest_value: 1, campaign_id: campaign.id });
    expect(await interests()).toEqual([1, undefined, undefined]);
    await api.request(ROUTE, { lead_email: ada, interest_value: 2, list_id: list.id });
    expect(await interests()).toEqual([1, 2, undefined]);
    await api.request(ROUTE, { lead_email: ada, interest_value: 3 });
    expect(await interests()).toEqual([3, 3, 3]);
    expect(api.sandbox.journal().operations.updateLeadInterestStatus).toEqual({
      requests: 3,
      committed: 3,
      effects: 5,
    });
  });

  test("ends the sequence of the lead", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign({ sequences: [{ steps: [step(1, "One"), step(0, "Two")] }] });
    const lead = await api.createLead({ campaign: id, email: ada });
    await api.activateCampaign(id);
    api.sandbox.advance("2h");
    await api.request(ROUTE, { lead_email: ada, interest_value: -1 });
    api.sandbox.runUntilIdle();
    expect(api.sandbox.outbox().map(({ subject }) => subject)).toEqual(["One"]);
    expect((await api.getLead(lead.id)).status).toBe(3);
  });

  test("is not overwritten by what a reply shows when disable_auto_interest is set", async () => {
    const outcome = async (disable_auto_interest: boolean): Promise<number | null | undefined> => {
      const api = createTestSandbox();
      const { id } = await api.createCampaign();
      const email = "reply+not-interested@example.com";
      const lead = await api.createLead({ campaign: id, email });
      await api.activateCampaign(id);
      api.sandbox.advance("10m");
      await api.request(ROUTE, { lead_email: email, interest_value: 2, disable_auto_interest });
      api.sandbox.runUntilIdle();
      expect((await api.getLead(lead.id)).email_reply_count).toBe(1);
      return (await api.getLead(lead.id)).lt_interest_status;
    };
    expect(await outcome(false)).toBe(-1);
    expect(await outcome(true)).toBe(2);
  });
});
