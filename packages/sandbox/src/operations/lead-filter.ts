import type { ListLeadsRequest } from "@modulex-instantly/types";
import type { LeadCondition } from "../state/lead-selection.ts";
import { LeadSelection } from "../state/lead-selection.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { fullName } from "../state/stored-lead.ts";
import { leadQuery } from "./lead-query.ts";
import { leadStates } from "./lead-states.ts";
import { textMatcher } from "./text-matcher.ts";

const NEVER: LeadCondition = { test: () => false, isNever: true };

/** Selects the leads of a request. */
export function leadFilter(body: ListLeadsRequest, now: number): LeadSelection {
  return new LeadSelection(leadConditions(body, now));
}

/** Creates the conditions of a request. An unknown value of `filter` matches all leads, as in the live API. */
export function leadConditions(body: ListLeadsRequest, now: number): LeadCondition[] {
  const conditions: LeadCondition[] = [];
  if (body.campaign !== undefined) conditions.push(isInCampaign(body.campaign));
  if (body.list_id !== undefined) conditions.push(isInList(body.list_id));
  if (body.in_campaign !== undefined) {
    conditions.push(isPlaced("in campaign", body.in_campaign, ({ campaign }) => campaign !== undefined));
  }
  if (body.in_list !== undefined) {
    conditions.push(isPlaced("in list", body.in_list, ({ list_id }) => list_id !== undefined));
  }
  if (body.ids !== undefined) conditions.push({ test: isOneOf(body.ids, ({ id }) => id) });
  if (body.contacts !== undefined) conditions.push({ test: isOneOf(body.contacts, ({ email }) => email) });
  if (body.excluded_ids !== undefined) {
    const excluded = isOneOf(body.excluded_ids, ({ id }) => id);
    conditions.push({ test: (lead) => !excluded(lead) });
  }
  if (body.search) conditions.push(searched(body.search));
  const state = body.filter === undefined ? undefined : leadStates[body.filter];
  if (state !== undefined) conditions.push(state);
  for (const query of body.queries ?? []) conditions.push(leadQuery(query, now));
  // The sandbox has no smart views, website visitors, enrichment, email gateways or assigned users.
  if (body.smart_view_id !== undefined || body.organization_user_ids !== undefined) conditions.push(NEVER);
  if (body.is_website_visitor === true || body.enrichment_status !== undefined) conditions.push(NEVER);
  if (body.esg_code !== undefined && body.esg_code !== "none") conditions.push(NEVER);
  return conditions;
}

/** The leads of a campaign. */
export function isInCampaign(id: string): LeadCondition {
  const value = id.toLowerCase();
  return { test: ({ campaign }) => campaign === value, all: [{ trait: "campaign", value }], isExact: true };
}

/** The leads of a list. */
export function isInList(id: string): LeadCondition {
  const value = id.toLowerCase();
  return { test: ({ list_id }) => list_id === value, all: [{ trait: "list", value }], isExact: true };
}

function isPlaced(
  value: "in campaign" | "in list",
  wanted: boolean,
  test: (lead: StoredLead) => boolean,
): LeadCondition {
  const traits = [{ trait: "flag", value }] as const;
  return { test: (lead) => test(lead) === wanted, ...(wanted ? { all: traits } : { none: traits }), isExact: true };
}

function isOneOf(
  values: readonly string[],
  read: (lead: StoredLead) => string | undefined,
): (lead: StoredLead) => boolean {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (lead) => wanted.has(read(lead)?.toLowerCase() ?? "");
}

/** The leads whose first name, last name, both with a space between them, or address contains the words. */
function searched(words: string): LeadCondition {
  const matches = textMatcher(words);
  return {
    test: (lead) => matches(fullName(lead)) || (lead.email !== undefined && matches(lead.email)),
    text: words.toLowerCase(),
  };
}
