import { sendableStep, stepsOf } from "../engine/campaign-steps.ts";
import { unmailableReason } from "../engine/run-campaign.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { Reason } from "./reason.ts";

/** Why the address of a lead is not sent anything. */
export const unmailableTexts: Readonly<Record<NonNullable<ReturnType<typeof unmailableReason>>, string>> = {
  no_address: "The lead has no valid email address.",
  verified_invalid: "The address was verified as invalid.",
  verified_risky: "The address was verified as risky, and the campaign does not allow risky contacts.",
  verified_catch_all: "The address was verified as catch-all, and the campaign does not allow risky contacts.",
};

/** Why a lead that is not active is sent nothing. */
export function stoppedReason(lead: StoredLead, campaign: StoredCampaign | undefined): Reason {
  if (lead.campaign === undefined) return { code: "not_in_campaign", text: "The lead is in no campaign." };
  if (lead.status === -1) return { code: "bounced", text: "An email to the lead bounced." };
  if (lead.status === -2) return { code: "unsubscribed", text: "The lead has unsubscribed." };
  if (lead.status === 2) return { code: "paused", text: "The lead is paused." };
  if (lead.status === -3) {
    const reason = campaign && unmailableReason(lead, campaign);
    if (reason !== undefined) return { code: reason, text: `The lead was skipped. ${unmailableTexts[reason]}` };
    return { code: "stopped", text: "The lead was skipped." };
  }
  return completedReason(lead, campaign);
}

function completedReason({ activity = {} }: StoredLead, campaign: StoredCampaign | undefined): Reason {
  const steps = campaign === undefined ? [] : stepsOf(campaign);
  const { lastStep, repliedStep, replies = 0 } = activity;
  const next = sendableStep(steps, lastStep === undefined ? 0 : lastStep.step + 1);
  if (replies > 0 && (next !== undefined || repliedStep?.step !== lastStep?.step)) {
    return { code: "replied", text: "The lead has replied." };
  }
  if (activity.domainComplete === true) {
    return { code: "company_replied", text: "Somebody at the same company has replied." };
  }
  if (next === undefined) {
    const text = lastStep === undefined ? "The campaign has no step with an enabled variant." : "All steps were sent.";
    return { code: "no_step_left", text };
  }
  if (activity.lastInterestChange !== undefined) {
    return { code: "interest_set", text: "An interest status was set on the lead, which ends its sequence." };
  }
  return { code: "stopped", text: "The sequence of the lead has ended." };
}
