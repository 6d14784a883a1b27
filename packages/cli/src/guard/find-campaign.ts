import type { Campaign, InstantlyClient } from "@modulex-instantly/client";
import { CommandError } from "../command-error.ts";
import { ExitCode } from "../exit-code.ts";
import { didYouMean } from "../nearest-name.ts";

const MAX_CAMPAIGNS = 10_000;

/**
 * Finds a campaign by its id in the list of campaigns.
 *
 * @throws CommandError if there is none, with the nearest id or name.
 */
export async function findCampaign(client: InstantlyClient, id: string, signal: AbortSignal): Promise<Campaign> {
  const known: string[] = [];
  for await (const campaign of client.campaigns.iterate({ limit: 100 }, { signal, maxItems: MAX_CAMPAIGNS })) {
    if (String(campaign?.id).toLowerCase() === id.trim().toLowerCase()) return campaign;
    if (campaign?.name === id.trim()) known.unshift(campaign.id);
    known.push(String(campaign?.id));
  }
  const [first] = known;
  const named =
    first !== undefined && known.indexOf(first, 1) > 0 ? ` (the campaign with this name has the id ${first})` : "";
  throw new CommandError(`no campaign has the id "${id}"${named || didYouMean(id, known)}`, ExitCode.rejected);
}
