import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activate, createCampaign, createLead, openState } from "../../tests/opened-state.ts";
import { openFrom, step } from "../../tests/test-sandbox.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { campaignSending, leadSending } from "./sending-state.ts";

const HOUR = 3_600_000;

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
          const opened = openState();
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
    const opened = openState();
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
    const opened = openState();
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
