import { describe, expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import type { Assumptions } from "./assumptions.ts";
import { assumptionChoices, defaultAssumptions } from "./assumptions.ts";

const withAssumption = (assumptions: Partial<Assumptions>) => createTestSandbox({ assumptions });
const ada = "ada@example.com";

describe("undocumented behaviour is an option", () => {
  test("skippedLead: the existing lead, or the same without its id", async () => {
    const skip = async (skippedLead: Assumptions["skippedLead"]) => {
      const api = withAssumption({ skippedLead });
      const { id } = await api.createLead({ email: ada });
      const { status, body } = await api.request("POST /leads", { email: ada, skip_if_in_workspace: true });
      return { status, email: body["email"], isKnown: body["id"] === id, hasId: "id" in body };
    };
    expect(await skip("existing_lead")).toEqual({ status: 200, email: ada, isKnown: true, hasId: true });
    expect(await skip("without_id")).toEqual({ status: 200, email: ada, isKnown: false, hasId: false });
  });

  test("limitAbove100: an error, or an empty page", async () => {
    for (const route of ["GET /campaigns?limit=500", "GET /emails?limit=101", "GET /lead-lists?limit=101"]) {
      expect((await withAssumption({ limitAbove100: "refuse" }).request(route)).status).toBe(400);
    }
    const api = withAssumption({ limitAbove100: "empty_page" });
    await api.createLead({ email: ada });
    await api.createLeadList("Clinics");
    expect(await api.listLeads({ limit: 101 })).toEqual({ items: [] });
    expect(await api.listLeadLists("?limit=500")).toEqual({ items: [] });
    expect((await api.listLeads({ limit: 100 })).items).toHaveLength(1);
    expect((await api.request("POST /leads/list", { limit: 0 })).status).toBe(400);
  });

  test("malformedCursor: a 400, a server error, or the first page", async () => {
    const response = async (malformedCursor: Assumptions["malformedCursor"]) => {
      const api = withAssumption({ malformedCursor });
      await api.createLeadList("Clinics");
      await api.createLead({ email: ada });
      const lists = await api.request("GET /lead-lists?starting_after=5");
      const leads = await api.request("POST /leads/list", { starting_after: "nonsense" });
      expect(leads.status).toBe(lists.status);
      return [lists.status, lists.body["message"] ?? (lists.body["items"] as unknown[]).length];
    };
    expect(await response("refuse")).toEqual([400, "Invalid starting_after"]);
    expect(await response("server_error")).toEqual([500, "Internal Server Error"]);
    expect(await response("first_page")).toEqual([200, 1]);
  });

  test("deleteWithoutSelector: the validator's message, or the given one", async () => {
    const message = async (deleteWithoutSelector: string | null) =>
      (await withAssumption({ deleteWithoutSelector }).request("DELETE /leads", {})).body["message"];
    expect(await message(null)).toContain("body must match a schema in anyOf");
    expect(await message("Say where")).toBe("Say where");
  });

  test("campaignAndList: accepted, or an error with the message of the bulk endpoint", async () => {
    const create = async (campaignAndList: Assumptions["campaignAndList"]) => {
      const api = withAssumption({ campaignAndList });
      const [campaign, list] = [await api.createCampaign(), await api.createLeadList("Clinics")];
      return api.request("POST /leads", { campaign: campaign.id, list_id: list.id, email: ada });
    };
    expect((await create("accept")).status).toBe(200);
    expect(await create("refuse")).toMatchObject({
      status: 400,
      body: { message: "Cannot add leads to both a campaign and a list in the same request." },
    });
  });

  test("duplicateInCampaign: stored again, or the existing lead", async () => {
    const count = async (duplicateInCampaign: Assumptions["duplicateInCampaign"]) => {
      const api = withAssumption({ duplicateInCampaign });
      const { id } = await api.createCampaign();
      for (let time = 0; time < 2; time += 1) await api.createLead({ campaign: id, email: ada });
      return (await api.listLeads()).items.length;
    };
    expect([await count("store"), await count("existing_lead")]).toEqual([2, 1]);
  });

  test("interestOfUnknownLead: not found, or accepted", async () => {
    const body = { lead_email: ada, interest_value: 1 };
    const status = async (interestOfUnknownLead: Assumptions["interestOfUnknownLead"]) =>
      (await withAssumption({ interestOfUnknownLead }).request("POST /leads/update-interest-status", body)).status;
    expect([await status("not_found"), await status("accept")]).toEqual([404, 202]);
  });

  test("interestAccepted and interestDelayMs", async () => {
    const api = withAssumption({ interestAccepted: 200, interestDelayMs: 60_000 });
    const { id } = await api.createLead({ email: ada });
    const { status } = await api.request("POST /leads/update-interest-status", { lead_email: ada, interest_value: 1 });
    expect(status).toBe(200);
    api.sandbox.advance("59s");
    expect((await api.getLead(id)).lt_interest_status).toBeUndefined();
    api.sandbox.advance("1s");
    expect((await api.getLead(id)).lt_interest_status).toBe(1);
  });

  test("campaignStartDelayMs: the delay before the first run", async () => {
    const api = withAssumption({ campaignStartDelayMs: 500 });
    const { id } = await api.createCampaign();
    await api.createLead({ campaign: id, email: ada });
    await api.activateCampaign(id);
    api.sandbox.advance("499ms");
    expect(api.sandbox.outbox()).toHaveLength(0);
    api.sandbox.advance("1ms");
    expect(api.sandbox.outbox()).toHaveLength(1);
  });

  test("autoInterest: whether a reply sets the interest", async () => {
    const interest = async (autoInterest: boolean) => {
      const api = withAssumption({ autoInterest });
      const { id } = await api.createCampaign();
      const lead = await api.createLead({ campaign: id, email: "reply+won@example.com" });
      await api.activateCampaign(id);
      api.sandbox.runUntilIdle();
      return (await api.getLead(lead.id)).lt_interest_status;
    };
    expect([await interest(true), await interest(false)]).toEqual([4, undefined]);
  });

  test("retryAfterSeconds: the header of a 429", async () => {
    const api = createTestSandbox({ limits: "virtual", assumptions: { retryAfterSeconds: 7 } });
    for (let call = 0; call < 20; call += 1) await api.listEmails();
    const response = await api.request("GET /emails");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
  });
});

describe("an invalid assumption", () => {
  test.each(Object.entries(assumptionChoices))("%s lists its values", (name, choices) => {
    expect(() => withAssumption({ [name]: "bogus" })).toThrow(`assumptions.${name}: expected one of `);
    for (const choice of choices ?? []) expect(() => withAssumption({ [name]: choice })).not.toThrow();
  });

  test.each(Object.keys(defaultAssumptions))("%s has a type", (name) => {
    expect(() => withAssumption({ [name]: [] as never })).toThrow(new RegExp(`assumptions.${name}: expected `));
  });

  test("an unknown name gets a suggestion", () => {
    expect(() => withAssumption({ skipedLead: "without_id" } as never)).toThrow(
      /skipedLead is unknown; did you mean "skippedLead"/,
    );
  });
});
