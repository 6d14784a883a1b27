import { expectTypeOf, test } from "vitest";
import type { Campaign, Lead } from "./index.ts";
import {
  CampaignStatus,
  campaignStatusLabels,
  type InstantlyClient,
  InterestStatus,
  interestStatusLabels,
  LeadFilter,
  LeadStatus,
  leadStatusLabels,
} from "./index.ts";

declare const instantly: InstantlyClient;
declare const lead: Lead;
declare const campaign: Campaign;

test("constants are values of the fields and types", () => {
  const status: LeadStatus = LeadStatus.Bounced;
  expectTypeOf(lead.status === status).toEqualTypeOf<boolean>();
  expectTypeOf(leadStatusLabels[lead.status]).toEqualTypeOf<string>();
  expectTypeOf(campaign.status === CampaignStatus.Draft).toEqualTypeOf<boolean>();
  void instantly.leads.list({ filter: LeadFilter.Contacted });
  void instantly.leads.updateInterestStatus({ lead_email: "a", interest_value: InterestStatus.MeetingBooked });
  // Custom labels of a workspace have numbers without a constant, and in the results of actions, codes are numbers.
  expectTypeOf(interestStatusLabels[17]).toEqualTypeOf<string | undefined>();
  expectTypeOf(interestStatusLabels[InterestStatus.Won]).toEqualTypeOf<string>();
  expectTypeOf(leadStatusLabels[0 as number]).toEqualTypeOf<string | undefined>();
  expectTypeOf(campaignStatusLabels[campaign.status]).toEqualTypeOf<string>();
  expectTypeOf(Object.values(leadStatusLabels)).toEqualTypeOf<string[]>();
  // @ts-expect-error no lead has the status of a campaign
  void (lead.status === CampaignStatus.RunningSubsequences);
});

test("filters of lists may be undefined, selectors of deletions may not", () => {
  const maybe = undefined as string | undefined;
  void instantly.leads.list({ campaign: maybe, filter: undefined, limit: undefined });
  void instantly.leads.iterate({ search: maybe }, { maxItems: undefined });
  void instantly.campaigns.list({ search: maybe });
  void instantly.emails.list({ campaign_id: maybe });
  // @ts-expect-error a selector that is undefined would delete more than it says
  void instantly.leads.deleteMany({ campaign_id: maybe });
});
