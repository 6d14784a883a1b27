import type { ListLeadsRequest } from "@modulex-instantly/types";
import { serializeLead } from "../serialize/serialize-lead.ts";
import type { LeadStore } from "../state/lead-store.ts";
import { firstOfAddresses } from "../state/lead-store.ts";
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
  const after = idCursor(body.starting_after, assumptions);
  const selection = leadFilter(body, database.clock.now);
  const limit = body.limit ?? 10;
  const named = namedLeads(body, workspace.leads);
  if (named === undefined) return workspace.leads.find(selection, { after, limit });
  const start = after === undefined ? 0 : positionAfter(named, after);
  return named.slice(start).filter(selection.matches).slice(0, limit);
}

/** One lead per address: the first one that matches the filters. */
function contacts(body: ListLeadsRequest, { database, workspace }: HandlerContext): StoredLead[] {
  const selection = leadFilter(body, database.clock.now);
  const range = { after: body.starting_after?.toLowerCase(), limit: body.limit ?? 10 };
  const named = namedLeads(body, workspace.leads);
  if (named === undefined) return workspace.leads.findContacts(selection, range);
  return firstOfAddresses(named.filter(selection.matches), range);
}

/** The leads that the request names by id or address, sorted by id; undefined if it names none. */
function namedLeads(body: ListLeadsRequest, leads: LeadStore): readonly StoredLead[] | undefined {
  if (body.ids !== undefined) return leads.withIds(body.ids);
  if (body.contacts === undefined) return undefined;
  const emails = new Set(body.contacts.map((email) => email.toLowerCase()));
  return [...emails].flatMap((email) => leads.withEmail(email)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
