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

describe("a deletion", () => {
  test("shows which leads go, and deletes exactly these, even if more match by then", async () => {
    const guarded = open({}, { scenario: "outreach" });
    const campaign_id = await campaignId(guarded);
    const input = { campaign_id };
    const { message, state } = formOf(await guarded.call("delete_leads", input));
    expect(message).toContain("Delete these 8 leads?");
    expect(message).toContain("| reply+interested@brightlane.example.com (Lena)");
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    expect(outputOf(await guarded.call("delete_leads", input, { confirm }))).toMatchObject({ success: true, count: 8 });
    const sent = guarded.sandbox.journal().entries.find(({ operation }) => operation === "bulkDeleteLeads");
    expect(sent?.body?.["ids"]).toHaveLength(8);
  });

  test("of other leads than those that were shown is refused", async () => {
    const guarded = open({}, { scenario: "outreach" });
    const campaign_id = await campaignId(guarded);
    const { state } = formOf(await guarded.call("delete_leads", { campaign_id }));
    await guarded.client.leads.create({ campaign: campaign_id, email: "new@kestrel.example.com" });
    guarded.sandbox.clearJournal();
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    const refused = await guarded.call("delete_leads", { campaign_id }, { confirm });
    expect(outputOf(refused)["error"]).toMatch(/changed since the preview: the leads/);
    expect(guarded.writes()).toBe(0);
  });

  test.each<[string, object]>([
    ["a whole campaign", {}],
    ["a limit above the cap", { limit: 1000 }],
    ["a status that more have", { status: 1 }],
  ])("of %s above the cap is refused, also without confirmations", async (_, more) => {
    const guarded = open({}, { scenario: "pages" });
    const input = { campaign_id: await campaignId(guarded), ...more };
    for (const mode of ["elicitation", "two_step", "not_needed"] as const) {
      const refused = await guarded.call("delete_leads", input, { confirm: { mode } });
      expect(outputOf(refused)["error"]).toMatch(/more than 100 match.*one call may delete 100/);
    }
    expect(guarded.writes()).toBe(0);
  });

  test("with a limit within the cap deletes that many, by their ids", async () => {
    const guarded = open({}, { scenario: "pages" });
    const input = { campaign_id: await campaignId(guarded), limit: 30, status: 1 };
    expect(formOf(await guarded.call("delete_leads", input)).message).toContain("and 10 more");
    expect(outputOf(await guarded.callAndAccept("delete_leads", input))).toMatchObject({ count: 30 });
    expect(guarded.sandbox.journal().operations.bulkDeleteLeads.effects).toBe(30);
  });

  test("without a match deletes nothing and asks nobody", async () => {
    const guarded = open({}, { scenario: "outreach" });
    const input = { campaign_id: await campaignId(guarded), status: -3 };
    const result = await guarded.call("delete_leads", input);
    expect(outputOf(result)).toEqual({ success: true, error: null, count: 0 });
    expect(guarded.writes()).toBe(0);
  });

  test("without confirmations stays within the cap and runs once", async () => {
    const guarded = open({ deletesPerCall: 8 }, { scenario: "outreach" });
    const input = { campaign_id: await campaignId(guarded) };
    const confirm = { mode: "not_needed" } as const;
    expect(outputOf(await guarded.call("delete_leads", input, { confirm }))).toMatchObject({ count: 8 });
    expect(guarded.sandbox.journal().operations.bulkDeleteLeads.effects).toBe(8);
  });
});
