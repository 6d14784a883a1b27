import type { Campaign, Email, Lead, LeadList, Page } from "@modulex-instantly/client";

type Layout = Record<string, unknown>;

/** Lays out a lead as a result: the whole lead, and its most used fields beside it. */
export function leadResult(lead: Lead): Layout {
  return {
    lead,
    id: lead.id,
    email_address: lead.email,
    first_name: lead.first_name,
    last_name: lead.last_name,
    campaign: lead.campaign,
    status: lead.status,
  };
}

/** Lays out a campaign as a result: the whole campaign, and its most used fields beside it. */
export function campaignResult(campaign: Campaign): Layout {
  return { campaign, id: campaign.id, name: campaign.name, status: campaign.status };
}

/** Lays out an email as a result: the whole email, and its most used fields beside it. */
export function emailResult(email: Email): Layout {
  return { email, id: email.id, subject: email.subject, thread_id: email.thread_id };
}

/** Lays out a lead list as a result: the whole list, and its most used fields beside it. */
export function leadListResult(leadList: LeadList): Layout {
  return { lead_list: leadList, id: leadList.id, name: leadList.name };
}

/**
 * Lays out a page as a result. `count` is the length of the page: the API returns no total.
 *
 * @throws TypeError for a cursor that is not a string: null would say that there are no more pages.
 */
export function listResult(field: string, { items, nextStartingAfter }: Page<unknown>): Layout {
  if (typeof (nextStartingAfter ?? "") !== "string") throw new TypeError("the cursor is not a string");
  return { [field]: items, count: items.length, next_starting_after: nextStartingAfter };
}
