import { describe, expect, test } from "vitest";
import { rehearse } from "../tests/rehearsal.ts";
import type { Unknowns } from "./unknowns.ts";
import { defaultUnknowns, unknownChoices } from "./unknowns.ts";

const withUnknown = (unknowns: Partial<Unknowns>) => rehearse({ unknowns });
const ada = "ada@example.com";

describe("what nobody knows is an option", () => {
  test("skippedLead: the existing lead, or the same without its id", async () => {
    const skip = async (skippedLead: Unknowns["skippedLead"]) => {
      const on = withUnknown({ skippedLead });
      const { id } = await on.lead({ email: ada });
      const { status, body } = await on.ask("POST /leads", { email: ada, skip_if_in_workspace: true });
      return { status, email: body["email"], isKnown: body["id"] === id, hasId: "id" in body };
    };
    expect(await skip("existing_lead")).toEqual({ status: 200, email: ada, isKnown: true, hasId: true });
    expect(await skip("without_id")).toEqual({ status: 200, email: ada, isKnown: false, hasId: false });
  });

  test("limitAbove100: refused, or an empty page", async () => {
    for (const route of ["GET /campaigns?limit=500", "GET /emails?limit=101", "GET /lead-lists?limit=101"]) {
      expect((await withUnknown({ limitAbove100: "refuse" }).ask(route)).status).toBe(400);
    }
    const on = withUnknown({ limitAbove100: "empty_page" });
    await on.lead({ email: ada });
    await on.list("Clinics");
    expect(await on.leads({ limit: 101 })).toEqual({ items: [] });
    expect(await on.lists("?limit=500")).toEqual({ items: [] });
    expect((await on.leads({ limit: 100 })).items).toHaveLength(1);
    expect((await on.ask("POST /leads/list", { limit: 0 })).status).toBe(400);
  });

  test("malformedCursor: refused, a server error, or the first page", async () => {
    const answer = async (malformedCursor: Unknowns["malformedCursor"]) => {
      const on = withUnknown({ malformedCursor });
      await on.list("Clinics");
      await on.lead({ email: ada });
      const lists = await on.ask("GET /lead-lists?starting_after=5");
      const leads = await on.ask("POST /leads/list", { starting_after: "nonsense" });
      expect(leads.status).toBe(lists.status);
      return [lists.status, lists.body["message"] ?? (lists.body["items"] as unknown[]).length];
    };
    expect(await answer("refuse")).toEqual([400, "Invalid starting_after"]);
    expect(await answer("server_error")).toEqual([500, "Internal Server Error"]);
    expect(await answer("first_page")).toEqual([200, 1]);
  });

  test("deleteWithoutSelector: the validator's text, or one that is given", async () => {
    const message = async (deleteWithoutSelector: string | null) =>
      (await withUnknown({ deleteWithoutSelector }).ask("DELETE /leads", {})).body["message"];
    expect(await message(null)).toContain("body must match a schema in anyOf");
    expect(await message("Say where")).toBe("Say where");
  });

  test("campaignAndList: accepted, or refused in the words of the bulk endpoint", async () => {
    const create = async (campaignAndList: Unknowns["campaignAndList"]) => {
      const on = withUnknown({ campaignAndList });
      const [campaign, list] = [await on.campaign(), await on.list("Clinics")];
      return on.ask("POST /leads", { campaign: campaign.id, list_id: list.id, email: ada });
    };
    expect((await create("accept")).status).toBe(200);
    expect(await create("refuse")).toMatchObject({
      status: 400,
      body: { message: "Cannot add leads to both a campaign and a list in the same request." },
    });
  });

  test("duplicateInCampaign: stored once more, or the lead that is there", async () => {
    const count = async (duplicateInCampaign: Unknowns["duplicateInCampaign"]) => {
      const on = withUnknown({ duplicateInCampaign });
      const { id } = await on.campaign();
      for (let time = 0; time < 2; time += 1) await on.lead({ campaign: id, email: ada });
      return (await on.leads()).items.length;
    };
    expect([await count("store"), await count("existing_lead")]).toEqual([2, 1]);
  });

  test("interestOfUnknownLead: not found, or accepted", async () => {
    const body = { lead_email: ada, interest_value: 1 };
    const status = async (interestOfUnknownLead: Unknowns["interestOfUnknownLead"]) =>
      (await withUnknown({ interestOfUnknownLead }).ask("POST /leads/update-interest-status", body)).status;
    expect([await status("not_found"), await status("accept")]).toEqual([404, 202]);
  });

  test("interestAccepted and interestDelayMs", async () => {
    const on = withUnknown({ interestAccepted: 200, interestDelayMs: 60_000 });
    const { id } = await on.lead({ email: ada });
    const { status } = await on.ask("POST /leads/update-interest-status", { lead_email: ada, interest_value: 1 });
    expect(status).toBe(200);
    on.sandbox.advance("59s");
    expect((await on.leadNow(id)).lt_interest_status).toBeUndefined();
    on.sandbox.advance("1s");
    expect((await on.leadNow(id)).lt_interest_status).toBe(1);
  });

  test("firstLookMs: how soon a campaign begins", async () => {
    const on = withUnknown({ firstLookMs: 500 });
    const { id } = await on.campaign();
    await on.lead({ campaign: id, email: ada });
    await on.activate(id);
    on.sandbox.advance("499ms");
    expect(on.sandbox.outbox()).toHaveLength(0);
    on.sandbox.advance("1ms");
    expect(on.sandbox.outbox()).toHaveLength(1);
  });

  test("autoInterest: whether a reply labels the lead", async () => {
    const interest = async (autoInterest: boolean) => {
      const on = withUnknown({ autoInterest });
      const { id } = await on.campaign();
      const lead = await on.lead({ campaign: id, email: "reply+won@example.com" });
      await on.activate(id);
      on.sandbox.runUntilIdle();
      return (await on.leadNow(lead.id)).lt_interest_status;
    };
    expect([await interest(true), await interest(false)]).toEqual([4, undefined]);
  });

  test("retryAfterSeconds: the header of a 429", async () => {
    const on = rehearse({ limits: "virtual", unknowns: { retryAfterSeconds: 7 } });
    for (let call = 0; call < 20; call += 1) await on.emails();
    const answer = await on.ask("GET /emails");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
  });
});

describe("a wrong option", () => {
  test.each(Object.entries(unknownChoices))("%s names what it may be", (name, choices) => {
    expect(() => withUnknown({ [name]: "bogus" })).toThrow(`unknowns.${name}: expected one of `);
    for (const choice of choices ?? []) expect(() => withUnknown({ [name]: choice })).not.toThrow();
  });

  test.each(Object.keys(defaultUnknowns))("%s has a kind", (name) => {
    expect(() => withUnknown({ [name]: [] as never })).toThrow(new RegExp(`unknowns.${name}: expected `));
  });

  test("an unknown one gets the nearest", () => {
    expect(() => withUnknown({ skipedLead: "without_id" } as never)).toThrow(
      /skipedLead is unknown; did you mean "skippedLead"/,
    );
  });
});
