import { expectTypeOf, test } from "vitest";
import type { CampaignStore } from "./campaign-store.ts";
import type { LeadStore } from "./lead-store.ts";
import type { EditableCampaign, StoredCampaign } from "./stored-campaign.ts";
import type { EditableLead, StoredLead } from "./stored-lead.ts";

test("what is stored is changed only by way of its store, which then knows", () => {
  expectTypeOf<StoredLead>().not.toExtend<EditableLead>();
  expectTypeOf<StoredCampaign>().not.toExtend<EditableCampaign>();
  expectTypeOf<ReturnType<LeadStore["edit"]>>().toEqualTypeOf<EditableLead>();
  expectTypeOf<ReturnType<CampaignStore["edit"]>>().toEqualTypeOf<EditableCampaign>();
  expectTypeOf<ReturnType<LeadStore["withId"]>>().toEqualTypeOf<StoredLead | undefined>();
  expectTypeOf<ReturnType<CampaignStore["withId"]>>().toEqualTypeOf<StoredCampaign | undefined>();

  const change = (lead: StoredLead, campaign: StoredCampaign): void => {
    // @ts-expect-error its status is read-only
    lead.status = 3;
    // @ts-expect-error and so is what happened to it
    if (lead.activity) lead.activity.opens = 1;
    // @ts-expect-error the settings are read-only
    campaign.settings = {};
    // @ts-expect-error in every part
    campaign.settings.daily_limit = 3;
    // @ts-expect-error and so is how far the campaign is
    campaign.progress.sentToday += 1;
    // @ts-expect-error also in its lists
    campaign.progress.variantTurns[0] = 1;
  };
  expectTypeOf(change).toBeFunction();
});
