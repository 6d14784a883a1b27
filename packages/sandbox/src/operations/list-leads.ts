import type { ListLeadsRequest } from "@modulex-instantly/types";
import { positionAfter } from "../state/position.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { leadOnTheWire } from "../wire/lead-on-the-wire.ts";
import { idCursor } from "./cursor.ts";
import type { Handler, Scene } from "./handler.ts";
import { leadFilter } from "./lead-filter.ts";
import { page } from "./page.ts";

/** Lists leads by ascending id, or one a person by address with `distinct_contacts`. */
export const listLeads: Handler<"listLeads"> = ({ body }, scene) => {
  const { world, workspace, mode } = scene;
  const distinct = body.distinct_contacts === true;
  const found = distinct ? contacts(body, scene) : byId(body, scene);
  const setting = { organization: workspace.id, now: world.clock.now, mode };
  const answer = page(
    found,
    (lead) => leadOnTheWire(lead, setting),
    (lead) => (distinct ? (lead.email ?? "") : lead.id),
  );
  return { body: answer, effects: 0 };
};

function byId(body: ListLeadsRequest, { world, workspace, unknowns }: Scene): StoredLead[] {
  const cursor = idCursor(body.starting_after, unknowns);
  const candidates = narrowest(body, workspace.leads);
  const start = cursor === undefined ? 0 : positionAfter(candidates, cursor);
  return take(candidates, start, body.limit ?? 10, leadFilter(body, world.clock.now));
}

/** One lead of each address: the first that passes the filters, not the first there is. */
function contacts(body: ListLeadsRequest, { world, workspace }: Scene): StoredLead[] {
  const cursor = body.starting_after?.toLowerCase() ?? "";
  const all = workspace.leads.contacts();
  const first = all.findIndex((lead) => (lead.email?.toLowerCase() ?? "") > cursor);
  const matches = leadFilter(body, world.clock.now);
  const limit = body.limit ?? 10;
  const found: StoredLead[] = [];
  for (let index = first < 0 ? all.length : first; index < all.length && found.length < limit; index += 1) {
    const match = workspace.leads.withEmail(all[index]?.email ?? "").find(matches);
    if (match !== undefined) found.push(match);
  }
  return found;
}

/** The shortest list of leads, sorted by id, that holds every match. */
function narrowest(body: ListLeadsRequest, leads: Scene["workspace"]["leads"]): readonly StoredLead[] {
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
