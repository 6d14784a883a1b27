import type { StoredLead } from "../state/stored-lead.ts";
import type { Handler } from "./handler.ts";

/** Deletes leads of a campaign or a list permanently. No match is a count of 0, not an error. */
export const deleteLeads: Handler<"bulkDeleteLeads"> = ({ body }, { workspace }) => {
  const { leads, queues } = workspace;
  const campaign = body.campaign_id?.toLowerCase();
  const list = body.list_id?.toLowerCase();
  const ids = body.ids === undefined ? undefined : new Set(body.ids.map((id) => id.toLowerCase()));
  const matches = (lead: StoredLead): boolean =>
    (list === undefined || lead.list_id === list) &&
    (body.status === undefined || lead.status === body.status) &&
    (ids === undefined || ids.has(lead.id));
  const candidates = campaign === undefined ? leads.ofList(list ?? "") : leads.ofCampaign(campaign);
  const gone = new Set(candidates.filter(matches).slice(0, body.limit));
  for (const lead of gone) if (lead.campaign !== undefined) queues.delete(lead.campaign);
  if (gone.size > 0) leads.remove(gone);
  return { body: { count: gone.size }, effects: gone.size };
};
