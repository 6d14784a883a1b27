import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import type { Campaign, Lead } from "@modulex-instantly/types";
import { readTask, sendToParent } from "../../harness/child-process.ts";
import { median } from "../../statistics/median.ts";
import { officeCampaign } from "../office-campaign.ts";
import { request } from "../request.ts";

/** The results with a million leads. */
export interface ManyLeads {
  readonly bytesPerLead: number;
  /** The times of a page of a campaign that has all leads. */
  readonly whole: PageTimes;
  /** The times of a page of a campaign that has few of the leads. */
  readonly rare: PageTimes;
}

/** The median times of a page among few and among many leads, in milliseconds. */
export interface PageTimes {
  readonly few: number;
  readonly many: number;
}

interface Page {
  readonly items: readonly Lead[];
}

interface Populated {
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

readTask();
const few = await populated(FEW);
const sandbox = await populated(1);
const before = used();
sandbox.sandbox.generateLeads({ count: MANY - 1, campaign: sandbox.whole });
const bytesPerLead = (used() - before) / (MANY - 1);
sandbox.sandbox.generateLeads({ count: RARE, campaign: sandbox.rare });
const many = { ...sandbox, count: MANY };
sendToParent({ bytesPerLead, whole: await times("whole"), rare: await times("rare") } satisfies ManyLeads);

async function populated(count: number): Promise<Populated> {
  const sandbox = createSandbox({ limits: "off" });
  const whole = (await request<Campaign>(sandbox, "POST", "campaigns", officeCampaign(1))).id;
  const rare = (await request<Campaign>(sandbox, "POST", "campaigns", officeCampaign(1))).id;
  sandbox.generateLeads({ count, campaign: whole });
  if (count > 1) sandbox.generateLeads({ count: RARE, campaign: rare });
  const { items } = await request<Page>(sandbox, "POST", "leads/list", { campaign: whole, limit: 1 });
  return { sandbox, whole, rare, firstId: items[0]?.id ?? "", count };
}

/** Requests pages at random positions from both sandboxes in turns. */
async function times(campaign: "whole" | "rare"): Promise<PageTimes> {
  const samples: { few: number[]; many: number[] } = { few: [], many: [] };
  for (let round = -50; round < ROUNDS; round += 1) {
    for (const [name, one] of [
      ["few", few],
      ["many", many],
    ] as const) {
      const place = campaign === "rare" ? {} : { starting_after: idAt(one, Math.random() * (one.count - 200)) };
      const body = { campaign: one[campaign], limit: 100, ...place };
      const startedAt = performance.now();
      const { items } = await request<Page>(one.sandbox, "POST", "leads/list", body);
      const wall = performance.now() - startedAt;
      if (items.length !== 100) throw new Error(`a page of ${items.length} leads instead of 100`);
      if (round >= 0) samples[name].push(wall);
    }
  }
  return { few: median(samples.few), many: median(samples.many) };
}

/** Approximately the id of the n-th lead. Ids contain a time and a counter up to 4,096. */
function idAt({ firstId }: Populated, number: number): string {
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
