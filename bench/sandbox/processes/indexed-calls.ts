import type { Sandbox } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import type { Campaign, Lead } from "@modulex-instantly/types";
import { readTask, sendToParent } from "../../harness/child-process.ts";
import { median } from "../../statistics/median.ts";
import { officeCampaign } from "../office-campaign.ts";
import { request } from "../request.ts";

/** The median times of calls among many leads, in milliseconds, by what they do. */
export interface IndexedCalls {
  /** Includes the creation of an index by the first call of each kind. */
  readonly firstCallMs: number;
  readonly medians: Readonly<Record<string, number>>;
  /** The same among a thousand leads. */
  readonly amongFew: Readonly<Record<string, number>>;
}

interface PreparedCalls {
  /** Creates one lead. */
  readonly create: (round: number) => Promise<unknown>;
  readonly calls: Readonly<Record<string, (round: number) => Promise<void>>>;
}

const LEADS = 1_000_000;
const BATCH = 1_000;
const ROUNDS = 60;

readTask();
const many = await preparedCalls(LEADS);
const few = await preparedCalls(BATCH);
const samples = new Map<string, { readonly many: number[]; readonly few: number[] }>();
let firstCallMs = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  await many.create(round);
  await few.create(round);
  for (const name of Object.keys(many.calls)) {
    const times = samples.get(name) ?? { many: [], few: [] };
    samples.set(name, times);
    times.many.push(await elapsedMs(many, name, round));
    times.few.push(await elapsedMs(few, name, round));
    if (round === 0) firstCallMs = Math.max(firstCallMs, ...times.many);
  }
}
const medians = Object.fromEntries([...samples].map(([name, times]) => [name, median(times.many)]));
const amongFew = Object.fromEntries([...samples].map(([name, times]) => [name, median(times.few)]));
sendToParent({ firstCallMs, medians, amongFew } satisfies IndexedCalls);

async function elapsedMs({ calls }: PreparedCalls, name: string, round: number): Promise<number> {
  const startedAt = performance.now();
  await calls[name]?.(round);
  return performance.now() - startedAt;
}

/** A sandbox with leads, of which half wait in one campaign and half have completed another one. */
async function preparedCalls(leads: number): Promise<PreparedCalls> {
  const sandbox: Sandbox = createSandbox({ limits: "off" });
  const waiting = (await request<Campaign>(sandbox, "POST", "campaigns", officeCampaign(1))).id;
  const { sequences: _, ...stepless } = officeCampaign(1);
  const completed = (await request<Campaign>(sandbox, "POST", "campaigns", stepless)).id;
  // The leads of both campaigns alternate, so that every part of the store has some of both.
  for (let count = 0; count < leads; count += BATCH) {
    sandbox.generateLeads({ count: BATCH / 2, campaign: waiting });
    sandbox.generateLeads({ count: BATCH / 2, campaign: completed });
  }
  // A campaign without steps completes all of its leads.
  await request(sandbox, "POST", `campaigns/${completed}/activate`);
  sandbox.advance("1d");
  const list = (body: object) => request<{ readonly items: readonly Lead[] }>(sandbox, "POST", "leads/list", body);
  const expectLeads = async (body: object, count: number) => {
    const { items } = await list(body);
    if (items.length !== count) throw new Error(`${JSON.stringify(body)} returned ${items.length} leads, not ${count}`);
  };
  const remove = async (body: object) => {
    const { count } = await request<{ count: number }>(sandbox, "DELETE", "leads", body);
    if (count !== 1) throw new Error(`${JSON.stringify(body)} deleted ${count} leads`);
  };
  const { items: oldest } = await list({ campaign: waiting, limit: 100 });
  return {
    create: (round) =>
      request<Lead>(sandbox, "POST", "leads", { campaign: waiting, email: `ada+${round}@example.com` }),
    calls: {
      "a search without a match": () => expectLeads({ search: "nobody@nowhere" }, 0),
      "a search without a match whose parts are common": () => expectLeads({ search: "ada.ada" }, 0),
      "a search without a match, of two characters": () => expectLeads({ search: "zq" }, 0),
      "a filter by status without a match in the campaign": () =>
        expectLeads({ campaign: waiting, filter: "FILTER_VAL_COMPLETED" }, 0),
      "a filter by interest without a match": () => expectLeads({ filter: "FILTER_LEAD_INTERESTED" }, 0),
      "distinct contacts of the other campaign after a create": () =>
        expectLeads({ campaign: completed, filter: "FILTER_VAL_ACTIVE", distinct_contacts: true }, 0),
      "distinct contacts after a create": () => expectLeads({ distinct_contacts: true, limit: 10 }, 10),
      "deletion of one lead": (round) => remove({ campaign_id: waiting, ids: [oldest[round]?.id ?? ""] }),
      "deletion of the first lead": () => remove({ campaign_id: completed, limit: 1 }),
    },
  };
}
