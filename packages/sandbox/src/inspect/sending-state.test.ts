import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openFrom, step } from "../../tests/test-sandbox.ts";
import { Lookahead } from "../forecast/lookahead.ts";
import { handlers } from "../operations/handlers.gen.ts";
import { withDefaults } from "../options/sandbox-options.ts";
import { SandboxState } from "../sandbox-state.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import { campaignSending, leadSending } from "./sending-state.ts";

const none = { params: {}, query: {} };
const HOUR = 3_600_000;

interface Opened {
  readonly state: SandboxState;
  readonly workspace: Workspace;
  readonly lookahead: Lookahead;
}

function open(): Opened {
  const state = new SandboxState(withDefaults({}));
  let revision = 0;
  // Every look is at the current state.
  const lookahead = new Lookahead(() => {
    revision += 1;
    return { database: state.database, revision };
  }, true);
  return { state, workspace: state.context().workspace, lookahead };
}

type Fields = Readonly<Record<string, unknown>>;

function createCampaign({ state }: Opened, fields: Fields = {}): string {
  const body = {
    name: "Outreach",
    campaign_schedule: { schedules: [openFrom("09:00", "17:00", "Europe/Belgrade", "12345")] },
    email_list: ["mara@outreach.example.com", "jon@outreach.example.com"],
    sequences: [{ steps: [step(1, "One"), step(0, "Two")] }],
    ...fields,
  };
  return handlers.createCampaign({ ...none, body: body as never }, state.context()).body.id;
}

function createLead({ state }: Opened, campaign: string | undefined, email: string, fields: Fields = {}): string {
  const body = { email, ...(campaign === undefined ? {} : { campaign }), ...fields };
  return handlers.createLead({ ...none, body: body as never }, state.context()).body.id;
}

function activate({ state }: Opened, id: string): void {
  handlers.activateCampaign({ params: { id }, query: {}, body: undefined }, state.context());
}

const schedules = fc.constantFrom(
  [openFrom("00:00", "23:59")],
  [openFrom("09:00", "17:00", "Europe/Belgrade", "12345")],
  [openFrom("09:00", "09:10", "America/Detroit", "24")],
  [openFrom("08:00", "12:00"), openFrom("14:00", "18:00", "Asia/Hong_Kong", "0356")],
);
const campaigns = fc.record(
  {
    campaign_schedule: schedules.map((windows) => ({ schedules: windows })),
    email_gap: fc.integer({ min: 0, max: 90 }),
    random_wait_max: fc.integer({ min: 0, max: 60 }),
    daily_limit: fc.integer({ min: 0, max: 4 }),
    daily_max_leads: fc.integer({ min: 0, max: 3 }),
    prioritize_new_leads: fc.boolean(),
    stop_for_company: fc.boolean(),
    stop_on_auto_reply: fc.boolean(),
    allow_risky_contacts: fc.boolean(),
    open_tracking: fc.boolean(),
    sequences: fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 })
      .map((delays) => [{ steps: delays.map((delay, index) => step(delay, index === 0 ? "One" : "")) }]),
  },
  { requiredKeys: ["campaign_schedule", "sequences"] },
);
const words = fc.constantFrom(
  "ada",
  "bo",
  "reply+interested",
  "reply+after-2d",
  "out-of-office",
  "bounce",
  "unsubscribe+step-2",
  "risky",
  "invalid",
  "open",
);
const people = fc.array(fc.record({ word: words, verify_leads_on_import: fc.boolean() }), {
  minLength: 1,
  maxLength: 7,
});
const moves = fc.array(fc.integer({ min: 0, max: 60 * 60 * 1000 * 30 }), { maxLength: 3 });

describe("the next email", () => {
  test("is the one that the engine sends, at the time that was named, for campaigns and for leads", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(campaigns, people), { minLength: 1, maxLength: 2 }),
        moves,
        moves,
        (all, first, later) => {
          const opened = open();
          const { state, workspace, lookahead } = opened;
          for (const [fields, persons] of all) {
            const id = createCampaign(opened, fields);
            for (const [index, { word, ...verified }] of persons.entries()) {
              createLead(opened, id, `${word}+n${index}@kestrel.example.com`, verified);
            }
            activate(opened, id);
          }
          for (const by of first) state.advance(by);

          const named = [
            ...workspace.campaigns.sorted.map((campaign) => ({
              sending: campaignSending(workspace, campaign, lookahead),
              isOwn: (email: StoredEmail): boolean => email.campaign === campaign.id,
            })),
            ...[...workspace.leads.all].map((lead) => ({
              sending: leadSending(workspace, lead, lookahead),
              isOwn: (email: StoredEmail): boolean => email.leadId === lead.id,
            })),
          ];
          const before = workspace.emails.all.length;
          for (const by of later) state.advance(by);
          state.runUntilIdle();
          const sent = workspace.emails.all.slice(before).filter(({ type }) => type === 1);
          for (const { sending, isOwn } of named) {
            const email = sent.find(isOwn);
            expect(sending.isForecastComplete).toBe(true);
            expect(sending.next?.at ?? null).toBe(email === undefined ? null : timestamp(email.created));
            expect(sending.next?.to).toBe(email?.to[0]);
            expect(sending.next?.subject).toBe(email?.subject);
            // Nothing is sent while the reason lasts.
            if (email !== undefined && sending.until !== null) {
              expect(Date.parse(sending.until)).toBeLessThanOrEqual(email.created);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("does not change the state, however often one looks", () => {
    const opened = open();
    const { state, workspace, lookahead } = opened;
    const id = createCampaign(opened);
    for (const word of ["ada", "reply+interested", "invalid"]) {
      createLead(opened, id, `${word}@kestrel.example.com`, { verify_leads_on_import: true });
    }
    activate(opened, id);
    state.advance(3 * HOUR);
    const before = state.snapshotLines();
    for (const lead of workspace.leads.all) leadSending(workspace, lead, lookahead);
    for (const campaign of workspace.campaigns.sorted) campaignSending(workspace, campaign, lookahead);
    expect(state.snapshotLines()).toEqual(before);
  });

  test("is not named if it lies behind the limit of events", () => {
    const opened = open();
    const id = createCampaign(opened, { campaign_schedule: { schedules: [openFrom("00:00", "23:59")] } });
    opened.state.generateLeads({ count: 30_000, campaign: id });
    activate(opened, id);
    const { lookahead, workspace } = opened;
    const { forecast } = lookahead;
    const last = [...workspace.leads.all].at(-1);
    expect(
      forecast.runUntil(() => last !== undefined && forecast.emailsOf(last).length > 0, { events: 500, ms: 60_000 }),
    ).toBe(false);
    expect(forecast.emails.length).toBeGreaterThan(400);
  });
});

describe("the reason", () => {
  const reasonOf = (opened: Opened, id: string): unknown => {
    const campaign = opened.workspace.campaigns.withId(id);
    if (campaign === undefined) throw new Error(`no campaign ${id}`);
    const { code, text } = campaignSending(opened.workspace, campaign, opened.lookahead);
    return [code, text];
  };
  const leadReasonOf = (opened: Opened, id: string): unknown => {
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
    const opened = open();
    const id = createCampaign(opened, fields);
    for (const word of ["ada", "bo"]) createLead(opened, id, `${word}@kestrel.example.com`);
    activate(opened, id);
    opened.state.advance(after);
    expect(reasonOf(opened, id)).toEqual([code, text]);
  });

  test("names a draft, and what stopped each lead", () => {
    const opened = open();
    const draft = createCampaign(opened, any);
    expect(reasonOf(opened, draft)).toEqual(["draft", "The campaign was never activated."]);
    expect(leadReasonOf(opened, createLead(opened, draft, "ada@kestrel.example.com"))[0 as never]).toBe("draft");

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
    const codes = Object.entries(leads).map(([code, lead]) => [code, (leadReasonOf(opened, lead) as string[])[0]]);
    expect(codes).toEqual(Object.keys(leads).map((code) => [code, code]));
    opened.state.runUntilIdle();
    expect((leadReasonOf(opened, leads.step_delay) as string[])[0]).toBe("no_step_left");
  });
});
