import type { ListLeadsRequest } from "@modulex-instantly/types";
import type { StoredLead } from "../state/stored-lead.ts";
import { leadQuery } from "./lead-query.ts";
import { leadStates } from "./lead-states.ts";
import { textMatcher } from "./text-matcher.ts";

type Test = (lead: StoredLead) => boolean;

/** Creates a predicate from the filters of a request. An unknown value of `filter` matches all leads, as in the live API. */
export function leadFilter(body: ListLeadsRequest, now: number): Test {
  const tests: Test[] = [];
  const campaign = body.campaign?.toLowerCase();
  const list = body.list_id?.toLowerCase();
  if (campaign !== undefined) tests.push((lead) => lead.campaign === campaign);
  if (list !== undefined) tests.push((lead) => lead.list_id === list);
  if (body.in_campaign !== undefined) tests.push((lead) => (lead.campaign !== undefined) === body.in_campaign);
  if (body.in_list !== undefined) tests.push((lead) => (lead.list_id !== undefined) === body.in_list);
  if (body.ids !== undefined) tests.push(isOneOf(body.ids, (lead) => lead.id));
  if (body.contacts !== undefined) tests.push(isOneOf(body.contacts, (lead) => lead.email));
  if (body.excluded_ids !== undefined) {
    const excluded = isOneOf(body.excluded_ids, (lead) => lead.id);
    tests.push((lead) => !excluded(lead));
  }
  if (body.search) tests.push(searched(body.search));
  const state = body.filter === undefined ? undefined : leadStates[body.filter];
  if (state !== undefined) tests.push(state);
  for (const query of body.queries ?? []) tests.push(leadQuery(query, now));
  // The sandbox has no smart views, website visitors, enrichment, email gateways or assigned users.
  if (body.smart_view_id !== undefined || body.organization_user_ids !== undefined) tests.push(() => false);
  if (body.is_website_visitor === true || body.enrichment_status !== undefined) tests.push(() => false);
  if (body.esg_code !== undefined && body.esg_code !== "none") tests.push(() => false);
  return (lead) => tests.every((test) => test(lead));
}

function isOneOf(values: readonly string[], read: (lead: StoredLead) => string | undefined): Test {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (lead) => wanted.has(read(lead)?.toLowerCase() ?? "");
}

function searched(text: string): Test {
  const matches = textMatcher(text);
  return ({ first_name, last_name, email }) =>
    [first_name, last_name, `${first_name ?? ""} ${last_name ?? ""}`, email].some(
      (field) => field !== undefined && matches(field),
    );
}
