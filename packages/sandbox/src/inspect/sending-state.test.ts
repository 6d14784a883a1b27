import { describe, expect, test } from "vitest";
import type { Fields, OpenedState } from "../../tests/opened-state.ts";
import { activate, createCampaign, createLead, openState } from "../../tests/opened-state.ts";
import { openFrom } from "../../tests/test-sandbox.ts";
import { campaignSending, leadSending } from "./sending-state.ts";

const HOUR = 3_600_000;

describe("the reason", () => {
  const reasonOf = (opened: OpenedState, id: string): unknown => {
    const campaign = opened.workspace.campaigns.withId(id);
    if (campaign === undefined) throw new Error(`no campaign ${id}`);
    const { code, text } = campaignSending(opened.workspace, campaign, opened.lookahead);
    return [code, text];
  };
  const leadReasonOf = (opened: OpenedState, id: string): [code: string, text: string] => {
    const lead = opened.workspace.leads.withId(id);
    if (lead === undefined) throw new Error(`no lead ${id}`);
    const { code, text } = leadSending(opened.workspace, lead, opened.lookahead);
    return [code, text];
  };
  const any = { campaign_schedule: { schedules: [openFrom("00:00", "23:59")] } };

  test.each<[string, Fields, number, string, string]>([
    [
      "outside the schedule",
      {},
      12 * HOUR,
      "outside_schedule",
      "The schedule allows no email now. It opens at Tue 8 Sep 2026, 09:00 (Europe/Belgrade).",
    ],
    [
      "the gap",
      { ...any, email_gap: 90 },
      HOUR,
      "email_gap",
      "The gap between two emails of the campaign lasts until Mon 7 Sep 2026, 09:31 (Africa/Abidjan).",
    ],
    [
      "the daily limit",
      { ...any, daily_limit: 1 },
      HOUR,
      "daily_limit",
      "The daily limit of 1 emails is reached. The next day starts at Tue 8 Sep 2026, 00:00 (Africa/Abidjan).",
    ],
    [
      "a daily limit of nothing",
      { ...any, daily_limit: 0 },
      HOUR,
      "daily_limit",
      "The daily limit of the campaign is 0.",
    ],
    [
      "new leads a day",
      { ...any, daily_max_leads: 1 },
      HOUR,
      "daily_max_leads",
      "The limit of 1 new leads a day is reached. It ends at Tue 8 Sep 2026, 00:00 (Africa/Abidjan).",
    ],
    [
      "the delay of a step",
      any,
      HOUR,
      "step_delay",
      "No lead is due. The next step is due at Tue 8 Sep 2026, 08:01 (Africa/Abidjan).",
    ],
    ["the start", any, 0, "starting", "The campaign runs at Mon 7 Sep 2026, 08:01 (Africa/Abidjan)."],
    [
      "a schedule that has ended",
      { campaign_schedule: { end_date: "2026-09-01", schedules: [openFrom("00:00", "23:59")] } },
      0,
      "schedule_ended",
      "The schedule allows no email any more: it has ended, or none of its windows can open.",
    ],
    [
      "nobody to send from",
      { ...any, email_list: [] },
      HOUR,
      "no_sender",
      "The campaign has no sending account: its email_list is empty.",
    ],
    ["completion", any, 72 * HOUR, "campaign_completed", "The campaign is completed."],
  ])("names %s", (_, fields, after, code, text) => {
    const opened = openState();
    const id = createCampaign(opened, fields);
    for (const word of ["ada", "bo"]) createLead(opened, id, `${word}@kestrel.example.com`);
    activate(opened, id);
    opened.state.advance(after);
    expect(reasonOf(opened, id)).toEqual([code, text]);
    const campaign = opened.workspace.campaigns.withId(id);
    if (campaign === undefined) throw new Error("the campaign is gone");
    const { template, until } = campaignSending(opened.workspace, campaign, opened.lookahead);
    // The sentence with the time, and the one without it, differ in the time alone.
    const [start = "", end] = template.split("{until}");
    expect([until === null, template === text]).toEqual([end === undefined, end === undefined]);
    expect([text.startsWith(start), text.endsWith(end ?? "")]).toEqual([true, true]);
  });

  test("names a draft, and what stopped each lead", () => {
    const opened = openState();
    const draft = createCampaign(opened, any);
    expect(reasonOf(opened, draft)).toEqual(["draft", "The campaign was never activated."]);
    expect(leadReasonOf(opened, createLead(opened, draft, "ada@kestrel.example.com"))[0]).toBe("draft");

    const id = createCampaign(opened, { ...any, stop_for_company: true });
    const at = (word: string, fields: Fields = {}): string =>
      createLead(opened, id, `${word}@${word.replaceAll("+", "-")}.example.com`, fields);
    const verified = { verify_leads_on_import: true };
    const leads = {
      bounced: at("bounce"),
      unsubscribed: at("unsubscribe"),
      replied: at("reply+interested"),
      company_replied: createLead(opened, id, "colleague@reply-interested.example.com"),
      verified_invalid: at("invalid", verified),
      verified_risky: at("risky", verified),
      verified_catch_all: at("catch-all", verified),
      no_address: at("not an address"),
      step_delay: at("ada"),
      not_in_campaign: createLead(opened, undefined, "bo@kestrel.example.com"),
    };
    opened.state.advance(HOUR / 2);
    activate(opened, id);
    opened.state.advance(5 * HOUR);
    const codes = Object.entries(leads).map(([code, lead]) => [code, leadReasonOf(opened, lead)[0]]);
    expect(codes).toEqual(Object.keys(leads).map((code) => [code, code]));
    opened.state.runUntilIdle();
    expect(leadReasonOf(opened, leads.step_delay)[0]).toBe("no_step_left");
  });
});
