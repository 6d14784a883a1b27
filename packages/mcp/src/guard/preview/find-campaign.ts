import type { Campaign } from "@modulex-instantly/client";
import { RefusedCallError } from "../refusal.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { readOptions } from "./read-options.ts";

const MAX_CAMPAIGNS = 10_000;

/**
 * Reads a campaign by its id. The API has no action for one, so it walks the list.
 *
 * @throws RefusedCallError if there is none; InstantlyError if a read fails.
 */
export async function findCampaign(call: GuardedCall, id: string): Promise<Campaign> {
  const wanted = id.trim().toLowerCase();
  const campaigns = call.client.campaigns.iterate({ limit: 100 }, { ...readOptions(call), maxItems: MAX_CAMPAIGNS });
  for await (const campaign of campaigns) {
    if (typeof campaign?.id === "string" && campaign.id.toLowerCase() === wanted) return campaign;
  }
  throw new RefusedCallError(`no campaign has the id ${JSON.stringify(id)}: find the id with list_campaigns`);
}

/** The name and state of a campaign in words. */
export function describeCampaign({ name, status }: Campaign): string {
  return `${name} (${STATUS[String(status)] ?? `status ${status}`})`;
}

const STATUS: Readonly<Record<string, string>> = {
  "0": "draft",
  "1": "active: changes apply at once",
  "2": "paused",
  "3": "completed",
  "4": "running subsequences",
  "-1": "accounts unhealthy",
  "-2": "stopped by bounce protection",
  "-99": "account suspended",
};
