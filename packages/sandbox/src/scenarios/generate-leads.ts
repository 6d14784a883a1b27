import { describeValue } from "../describe-value.ts";
import { planLook } from "../engine/plan-look.ts";
import { Refusal } from "../refusal.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";

const FIRST = ["Ada", "Bela", "Chidi", "Dana", "Emre", "Freya", "Goran", "Hana", "Ines", "Jun", "Kofi", "Lena"];
const LAST = ["Abara", "Berg", "Costa", "Duarte", "Eriksen", "Farouk", "Grieg", "Hofmann", "Ito", "Jansen", "Klein"];
const COMPANY = ["Brightlane", "Cobalt Press", "Feldwerk", "Harbourlight", "Kestrel", "Northwind", "Porto Optics"];

/** How many leads to make up, and where to put them. */
export interface GeneratedLeads {
  readonly count: number;
  readonly campaign?: string;
  readonly list_id?: string;
}

/**
 * Makes up leads with addresses at example domains. They do nothing when they are mailed.
 *
 * @throws TypeError for a count out of range, Refusal for a campaign or list that does not exist.
 */
export function generateLeads(world: World, workspace: Workspace, { count, campaign, list_id }: GeneratedLeads): void {
  if (!Number.isInteger(count) || count < 1 || count > 2_000_000) {
    throw new TypeError(`leads: expected a whole number from 1 to 2000000, found ${describeValue(count)}`);
  }
  const found = campaign === undefined ? undefined : workspace.campaigns.withId(campaign);
  if (campaign !== undefined && found === undefined) {
    throw new Refusal(404, `campaign: there is no campaign ${campaign}`);
  }
  const list = list_id === undefined ? undefined : workspace.leadList(list_id);
  if (list_id !== undefined && list === undefined) {
    throw new Refusal(404, `list_id: there is no lead list ${list_id}`);
  }
  const start = workspace.leads.all.length;
  const now = world.clock.tick();
  for (let index = 0; index < count; index += 1) {
    const first = FIRST[world.random.below(FIRST.length)] ?? "";
    const last = LAST[world.random.below(LAST.length)] ?? "";
    const company = COMPANY[world.random.below(COMPANY.length)] ?? "";
    const lead: StoredLead = {
      id: world.ids.ordered(now),
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
  if (found?.status === 1) planLook(world, workspace, found, now);
}
