import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import type { Campaign, Lead } from "@modulex-instantly/types";
import { median } from "../../statistics/median.ts";
import { officeCampaign } from "../office-campaign.ts";
import { ask } from "../request.ts";

/** What a million leads cost. */
export interface ManyLeads {
  readonly bytesPerLead: number;
  /** A page of the whole campaign among many, over the same among few; p50 and ms of both. */
  readonly whole: PageTimes;
  /** The same for a campaign that few of the many leads are in. */
  readonly rare: PageTimes;
}

/** The times of a page, in milliseconds. */
export interface PageTimes {
  readonly few: number;
  readonly many: number;
}

interface Page {
  readonly items: readonly Lead[];
}

interface Peopled {
  readonly sandbox: Sandbox;
  readonly whole: string;
  readonly rare: string;
  readonly firstId: string;
  readonly count: number;
}

const FEW = 1_000;
const MANY = 1_000_000;
const RARE = 500;
const ROUNDS = 300;

const few = await peopled(FEW);
const sandbox = await peopled(1);
const before = used();
sandbox.sandbox.generateLeads({ count: MANY - 1, campaign: sandbox.whole });
const bytesPerLead = (used() - before) / (MANY - 1);
sandbox.sandbox.generateLeads({ count: RARE, campaign: sandbox.rare });
const many = { ...sandbox, count: MANY };
process.send?.({ bytesPerLead, whole: await times("whole"), rare: await times("rare") } satisfies ManyLeads);

async function peopled(count: number): Promise<Peopled> {
  const sandbox = createSandbox({ limits: "off" });
  const whole = (await ask<Campaign>(sandbox, "POST", "campaigns", officeCampaign(1))).id;
  const rare = (await ask<Campaign>(sandbox, "POST", "campaigns", officeCampaign(1))).id;
  sandbox.generateLeads({ count, campaign: whole });
  if (count > 1) sandbox.generateLeads({ count: RARE, campaign: rare });
  const { items } = await ask<Page>(sandbox, "POST", "leads/list", { campaign: whole, limit: 1 });
  return { sandbox, whole, rare, firstId: items[0]?.id ?? "", count };
}

/** Asks both for a page from anywhere in the campaign, in turns. */
async function times(campaign: "whole" | "rare"): Promise<PageTimes> {
  const samples: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = -50; round < ROUNDS; round += 1) {
    for (const [name, one] of [
      ["few", few],
      ["many", many],
    ] as const) {
      const place = campaign === "rare" ? {} : { starting_after: idAt(one, Math.random() * (one.count - 200)) };
      const body = { campaign: one[campaign], limit: 100, ...place };
      const begun = performance.now();
      const { items } = await ask<Page>(one.sandbox, "POST", "leads/list", body);
      const wall = performance.now() - begun;
      if (items.length !== 100) throw new Error(`a page of ${items.length} leads instead of 100`);
      if (round >= 0) samples[name].push(wall);
    }
  }
  return { few: median(samples.few), many: median(samples.many) };
}

/** About the id of the n-th lead: ids carry a time, and a count of 4,096 within it. */
function idAt({ firstId }: Peopled, number: number): string {
  const place = Math.floor(number);
  const time = Number.parseInt(firstId.slice(0, 8) + firstId.slice(9, 13), 16) + (place >> 12);
  const digits = time.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7${(place & 0xfff).toString(16).padStart(3, "0")}-8000-000000000000`;
}

function used(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
