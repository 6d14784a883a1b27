import type { LeadCondition } from "../state/lead-selection.ts";
import { LeadSelection } from "../state/lead-selection.ts";
import type { Handler } from "./handler.ts";
import { isInCampaign, isInList } from "./lead-filter.ts";
import { hasStatus } from "./lead-states.ts";

/** Deletes leads of a campaign or a list permanently. No match is a count of 0, not an error. */
export const deleteLeads: Handler<"bulkDeleteLeads"> = ({ body }, { workspace }) => {
  const { leads } = workspace;
  const { campaign_id, list_id, status, ids, limit = Number.POSITIVE_INFINITY } = body;
  const conditions: LeadCondition[] = [];
  if (campaign_id !== undefined) conditions.push(isInCampaign(campaign_id));
  if (list_id !== undefined || campaign_id === undefined) conditions.push(isInList(list_id ?? ""));
  if (status !== undefined) conditions.push(hasStatus(status));
  const selection = new LeadSelection(conditions);
  const gone =
    ids === undefined ? leads.find(selection, { limit }) : leads.withIds(ids).filter(selection.matches).slice(0, limit);
  leads.remove(gone);
  return { body: { count: gone.length }, effects: gone.length };
};
