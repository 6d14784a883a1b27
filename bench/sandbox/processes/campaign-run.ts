import { createSandbox } from "@modulex-instantly/sandbox";
import type { Campaign } from "@modulex-instantly/types";
import { readTask, sendToParent } from "../../harness/child-process.ts";
import { officeCampaign } from "../office-campaign.ts";
import { request } from "../request.ts";

/** The result of a campaign. */
export interface CampaignRun {
  readonly ms: number;
  readonly emails: number;
  /** The status at the end; 3 is completed. */
  readonly status: number;
}

readTask();
const sandbox = createSandbox({ limits: "off" });
const { id } = await request<Campaign>(sandbox, "POST", "campaigns", officeCampaign(3));
sandbox.generateLeads({ count: 1_000, campaign: id });
await request(sandbox, "POST", `campaigns/${id}/activate`);
const startedAt = performance.now();
sandbox.runUntilIdle();
const ms = performance.now() - startedAt;
const { items } = await request<{ items: Campaign[] }>(sandbox, "GET", "campaigns");
sendToParent({ ms, emails: sandbox.outbox().length, status: items[0]?.status ?? 0 } satisfies CampaignRun);
await sandbox.close();
