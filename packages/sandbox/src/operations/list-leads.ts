import type { ListLeadsRequest } from "@modulex-instantly/types";
import { serializeLead } from "../serialize/serialize-lead.ts";
import { positionAfter } from "../state/sorted-items.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { idCursor } from "./cursor.ts";
import type { Handler, HandlerContext } from "./handler.ts";
import { leadFilter } from "./lead-filter.ts";
import { listResponse } from "./list-response.ts";

/** Lists leads by ascending id, or with `distinct_contacts` one lead per address, by address. */
export const listLeads: Handler<"listLeads"> = ({ body }, context) => {
  const { database, workspace, mode } = context;
  const distinct = body.distinct_contacts === true;
  const found = distinct ? contacts(body, context) : byId(body, context);
  const setting = { organization: workspace.id, now: database.clock.now, mode };
  const response = listResponse(
    found,
    (lead) => serializeLead(lead, setting),
    (lead) => (distinct ? (lead.email ?? "") : lead.id),
  );
  return { body: response, effects: 0 };
};

function byId(body: ListLeadsRequest, { database, workspace, assumptions }: HandlerContext): StoredLead[] {
  const cursor = idCursor(body.starting_after, assumptions);
  const candidates = narrowest(body, workspace.leads);
  const start = cursor === undefined ? 0 : positionAfter(candidates, cursor);
  return take(candidates, start, body.limit ?? 10, leadFilter(body, database.clock.now));
}

/** One lead per address: the first one that matches the filters. */
function contacts(body: ListLeadsRequest, { database, workspace }: HandlerContext): StoredLead[] {
  const cursor = body.starting_after?.toLowerCase() ?? "";
  const all = workspace.leads.contacts();
  const first = all.findIndex((lead) => (lead.email?.toLowerCase() ?? "") > cursor);
  const matches = leadFilter(body, database.clock.now);
  const limit = body.limit ?? 10;
  const found: StoredLead[] = [];
  for (let index = first < 0 ? all.length : first; index < all.length && found.length < limit; index += 1) {
    const match = workspace.leads.withEmail(all[index]?.email ?? "").find(matches);
    if (match !== undefined) found.push(match);
  }
  return found;
}

/** The smallest indexed list of leads, sorted by id, that contains every match. */
function narrowest(body: ListLeadsRequest, leads: HandlerContext["workspace"]["leads"]): readonly StoredLead[] {
  if (body.ids !== undefined) return sorted(body.ids.flatMap((id) => leads.withId(id) ?? []));
  if (body.contacts !== undefined) {
    const emails = new Set(body.contacts.map((email) => email.toLowerCase()));
    return sorted([...emails].flatMap((email) => leads.withEmail(email)));
  }
  if (body.campaign !== undefined) return leads.ofCampaign(body.campaign.toLowerCase());
  if (body.list_id !== undefined) return leads.ofList(body.list_id.toLowerCase());
  return leads.all;
}

function sorted(leads: readonly StoredLead[]): StoredLead[] {
  return [...new Set(leads)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function take(
  candidates: readonly StoredLead[],
  start: number,
  limit: number,
  matches: (lead: StoredLead) => boolean,
): StoredLead[] {
  const found: StoredLead[] = [];
  for (let index = start; index < candidates.length && found.length < limit; index += 1) {
    const lead = candidates[index];
    if (lead !== undefined && matches(lead)) found.push(lead);
  }
  return found;
}
