import { serializeCampaign } from "../serialize/serialize-campaign.ts";
import { positionAfter } from "../state/sorted-items.ts";
import { idCursor } from "./cursor.ts";
import type { Handler } from "./handler.ts";
import { listResponse } from "./list-response.ts";
import { textMatcher } from "./text-matcher.ts";

/** Lists campaigns by descending id. */
export const listCampaigns: Handler<"listCampaign"> = ({ query }, { workspace, mode, assumptions }) => {
  const cursor = idCursor(query.starting_after, assumptions);
  const { sorted } = workspace.campaigns;
  const end = cursor === undefined ? sorted.length : positionAfter(sorted, cursor);
  const matches = textMatcher(query.search ?? "");
  const agent = query.ai_sales_agent_id?.toLowerCase();
  const tags = query.tag_ids?.split(",").filter((tag) => tag !== "") ?? [];
  const found = sorted
    .slice(0, end)
    .reverse()
    .filter((campaign) => campaign.id !== cursor && matches(campaign.name))
    .filter(({ status }) => query.status === undefined || status === query.status)
    .filter(({ status }) => query.exclude_status === undefined || status !== query.exclude_status)
    .filter(({ settings }) => agent === undefined || settings.ai_sdr_id?.toLowerCase() === agent)
    .filter(() => tags.length === 0)
    .slice(0, query.limit ?? 10);
  const body = listResponse(
    found,
    (campaign) => serializeCampaign(campaign, { organization: workspace.id, mode, single: false }),
    (campaign) => campaign.id,
  );
  return { body, effects: 0 };
};
