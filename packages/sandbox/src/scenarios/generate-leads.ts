import { ApiError } from "../api-error.ts";
import { scheduleCampaign } from "../engine/run-campaign.ts";
import { describeValue } from "../input/describe-value.ts";
import type { Database } from "../state/database.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";

const FIRST = ["Ada", "Bela", "Chidi", "Dana", "Emre", "Freya", "Goran", "Hana", "Ines", "Jun", "Kofi", "Lena"];
const LAST = ["Abara", "Berg", "Costa", "Duarte", "Eriksen", "Farouk", "Grieg", "Hofmann", "Ito", "Jansen", "Klein"];
const COMPANY = ["Brightlane", "Cobalt Press", "Feldwerk", "Harbourlight", "Kestrel", "Northwind", "Porto Optics"];

/** The number of leads to generate, and their campaign or list. */
export interface GeneratedLeads {
  readonly count: number;
  readonly campaign?: string;
  readonly list_id?: string;
}

/**
 * Generates leads with addresses at example domains. They do not react to emails.
 *
 * @throws TypeError for a count out of range, ApiError for a campaign or list that does not exist.
 */
export function generateLeads(
  database: Database,
  workspace: Workspace,
  { count, campaign, list_id }: GeneratedLeads,
): void {
  if (!Number.isInteger(count) || count < 1 || count > 2_000_000) {
    throw new TypeError(`leads: expected a whole number from 1 to 2000000, found ${describeValue(count)}`);
  }
  const found = campaign === undefined ? undefined : workspace.campaigns.withId(campaign);
  if (campaign !== undefined && found === undefined) {
    throw new ApiError(404, `campaign: there is no campaign ${campaign}`);
  }
  const list = list_id === undefined ? undefined : workspace.leadList(list_id);
  if (list_id !== undefined && list === undefined) {
    throw new ApiError(404, `list_id: there is no lead list ${list_id}`);
  }
  const start = workspace.leads.size;
  const now = database.clock.tick();
  for (let index = 0; index < count; index += 1) {
    const first = FIRST[database.random.below(FIRST.length)] ?? "";
    const last = LAST[database.random.below(LAST.length)] ?? "";
    const company = COMPANY[database.random.below(COMPANY.length)] ?? "";
    const lead: StoredLead = {
      id: database.ids.ordered(now),
      created: now,
      updated: now,
      status: found === undefined && list !== undefined ? 0 : 1,
      ...(found === undefined ? {} : { campaign: found.id }),
      ...(list === undefined ? {} : { list_id: list.id }),
      email: `${first}.${last}.${start + index + 1}@${company.replace(" ", "-")}.example.com`.toLowerCase(),
      first_name: first,
      last_name: last,
      company_name: company,
    };
    workspace.leads.add(lead);
    if (found !== undefined) workspace.queues.get(found.id)?.add(lead);
  }
  if (found?.status === 1) scheduleCampaign(database, workspace, found, now);
}
