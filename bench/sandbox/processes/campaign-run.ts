import { createSandbox } from "@modulex-instantly/sandbox";
import type { Campaign } from "@modulex-instantly/types";
import { officeCampaign } from "../office-campaign.ts";
import { ask } from "../request.ts";

/** How a whole campaign went. */
export interface CampaignRun {
  readonly ms: number;
  readonly mails: number;
  /** The status at the end; 3 is completed. */
  readonly status: number;
}

const sandbox = createSandbox({ limits: "off" });
const { id } = await ask<Campaign>(sandbox, "POST", "campaigns", officeCampaign(3));
sandbox.generateLeads({ count: 1_000, campaign: id });
await ask(sandbox, "POST", `campaigns/${id}/activate`);
const begun = performance.now();
sandbox.runUntilIdle();
const ms = performance.now() - begun;
const { items } = await ask<{ items: Campaign[] }>(sandbox, "GET", "campaigns");
process.send?.({ ms, mails: sandbox.outbox().length, status: items[0]?.status ?? 0 } satisfies CampaignRun);
await sandbox.close();
