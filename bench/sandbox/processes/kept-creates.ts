import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import type { Campaign, Lead } from "@modulex-instantly/types";
import { sendToParent } from "../../harness/child-process.ts";
import { median } from "../../statistics/median.ts";
import { officeCampaign } from "../office-campaign.ts";
import { request } from "../request.ts";

/** The time of a create in a sandbox with a snapshot file: p50 in ms, by the number of leads. */
export interface KeptCreates {
  readonly few: number;
  readonly many: number;
}

const FEW = 100;
const MANY = 100_000;
const WARM_UP = 20;
const ROUNDS = 200;

const folder = mkdtempSync(path.join(tmpdir(), "sandbox-kept-"));
const few = await peopled(FEW);
const many = await peopled(MANY);
const samples: { few: number[]; many: number[] } = { few: [], many: [] };
for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const [name, one] of [
    ["few", few],
    ["many", many],
  ] as const) {
    const begun = performance.now();
    await request<Lead>(one.sandbox, "POST", "leads", { campaign: one.campaign, email: `ada+${round}@example.com` });
    const wall = performance.now() - begun;
    if (round >= 0) samples[name].push(wall);
  }
}
await few.sandbox.close();
await many.sandbox.close();
rmSync(folder, { recursive: true, force: true });
sendToParent({ few: median(samples.few), many: median(samples.many) } satisfies KeptCreates);

async function peopled(count: number): Promise<{ readonly sandbox: Sandbox; readonly campaign: string }> {
  const sandbox = createSandbox({ limits: "off", snapshotFile: path.join(folder, `${count}.snapshot`) });
  const { id } = await request<Campaign>(sandbox, "POST", "campaigns", officeCampaign(1));
  sandbox.generateLeads({ count, campaign: id });
  return { sandbox, campaign: id };
}
