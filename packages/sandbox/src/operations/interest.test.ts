import { describe, expect, test } from "vitest";
import { rehearse, step } from "../../tests/rehearsal.ts";

const ROUTE = "POST /leads/update-interest-status";
const ada = "ada@example.com";

describe("a new interest status", () => {
  test("is accepted with 202 and set a little later; null takes it away again", async () => {
    const on = rehearse();
    const { id } = await on.lead({ email: ada });
    const answer = await on.ask(ROUTE, { lead_email: "ADA@example.com", interest_value: 1 });
    expect([answer.status, answer.body]).toEqual([
      202,
      { message: "Lead interest status update background job submitted" },
    ]);
    expect(await on.leadNow(id)).not.toHaveProperty("lt_interest_status");
    on.sandbox.advance("2s");
    const set = await on.leadNow(id);
    expect(set.lt_interest_status).toBe(1);
    expect(set.timestamp_last_interest_change).toBe(set.timestamp_updated);
    await on.ask(ROUTE, { lead_email: ada, interest_value: null });
    on.sandbox.advance("2s");
    const reset = await on.leadNow(id);
    expect(reset).not.toHaveProperty("lt_interest_status");
    expect(String(reset.timestamp_last_interest_change) > String(set.timestamp_last_interest_change)).toBe(true);
  });

  test("may be the number of a custom label, and 0", async () => {
    const on = rehearse();
    const { id } = await on.lead({ email: ada });
    for (const interest_value of [17, -9, 0]) {
      await on.ask(ROUTE, { lead_email: ada, interest_value });
      on.sandbox.advance("2s");
      expect((await on.leadNow(id)).lt_interest_status).toBe(interest_value);
    }
  });

  test("meets every lead of the address, or those of one campaign or list", async () => {
    const on = rehearse();
    const [campaign, list] = [await on.campaign(), await on.list("Clinics")];
    const leads = [
      await on.lead({ campaign: campaign.id, email: ada }),
      await on.lead({ list_id: list.id, email: ada }),
      await on.lead({ email: ada }),
    ];
    const interests = async (): Promise<(number | null | undefined)[]> => {
      on.sandbox.advance("2s");
      return Promise.all(leads.map(async ({ id }) => (await on.leadNow(id)).lt_interest_status));
    };
    await on.ask(ROUTE, { lead_email: ada, interest_value: 1, campaign_id: campaign.id });
    expect(await interests()).toEqual([1, undefined, undefined]);
    await on.ask(ROUTE, { lead_email: ada, interest_value: 2, list_id: list.id });
    expect(await interests()).toEqual([1, 2, undefined]);
    await on.ask(ROUTE, { lead_email: ada, interest_value: 3 });
    expect(await interests()).toEqual([3, 3, 3]);
    expect(on.sandbox.journal().operations.updateLeadInterestStatus).toEqual({ requests: 3, committed: 3, effects: 5 });
  });

  test("ends the sequence of the lead", async () => {
    const on = rehearse();
    const { id } = await on.campaign({ sequences: [{ steps: [step(1, "One"), step(0, "Two")] }] });
    const lead = await on.lead({ campaign: id, email: ada });
    await on.activate(id);
    on.sandbox.advance("2h");
    await on.ask(ROUTE, { lead_email: ada, interest_value: -1 });
    on.sandbox.runUntilIdle();
    expect(on.sandbox.outbox().map(({ subject }) => subject)).toEqual(["One"]);
    expect((await on.leadNow(lead.id)).status).toBe(3);
  });

  test("is not overwritten by what a reply shows when disable_auto_interest is set", async () => {
    const outcome = async (disable_auto_interest: boolean): Promise<number | null | undefined> => {
      const on = rehearse();
      const { id } = await on.campaign();
      const email = "reply+not-interested@example.com";
      const lead = await on.lead({ campaign: id, email });
      await on.activate(id);
      on.sandbox.advance("10m");
      await on.ask(ROUTE, { lead_email: email, interest_value: 2, disable_auto_interest });
      on.sandbox.runUntilIdle();
      expect((await on.leadNow(lead.id)).email_reply_count).toBe(1);
      return (await on.leadNow(lead.id)).lt_interest_status;
    };
    expect(await outcome(false)).toBe(-1);
    expect(await outcome(true)).toBe(2);
  });
});
