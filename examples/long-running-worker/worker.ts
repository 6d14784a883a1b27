/**
 * A worker that runs until SIGTERM or SIGINT: it looks for newly interested leads and puts each of them into a list.
 *
 * When it is told to stop, it takes no more work, ends reads and waits at once, and gives the write in flight ten seconds.
 * After that it aborts the write and reports that its outcome is unknown: never "failed", which somebody might repeat.
 *
 *     npx tsx examples/long-running-worker/worker.ts      (stop it with Ctrl+C)
 *
 * Without INSTANTLY_API_KEY it uses a sandbox in which replies have arrived. POLL_MS, GRACE_MS and LIST_NAME configure it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Lead } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError, LeadFilter } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { createSandbox } from "@modulex-instantly/sandbox";

const { INSTANTLY_API_KEY, POLL_MS = "60000", GRACE_MS = "10000", LIST_NAME = "Call next" } = process.env;
const instantly = createInstantlyClient(
  INSTANTLY_API_KEY === undefined
    ? createSandbox({ scenario: "replies" }).clientOptions
    : { sendEvidence: sendEvidence() },
);

const stop = new AbortController();
const abandon = new AbortController();

function beginToStop(signal: string): void {
  if (stop.signal.aborted) return;
  console.log(`${signal}: finishing the write in flight`);
  stop.abort();
  setTimeout(() => abandon.abort(), Number(GRACE_MS)).unref();
}
process.on("SIGTERM", beginToStop).on("SIGINT", beginToStop);

const seen = new Set<string>();

/** Writes with the signal that is aborted last. */
async function store({ id, email }: Lead, list_id: string): Promise<void> {
  if (!email) return;
  try {
    await instantly.leads.create({ email, list_id, skip_if_in_list: true }, { signal: abandon.signal });
    seen.add(id);
    console.log(`stored ${email}`);
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    if (error.outcome === "unknown" || error.outcome === "applied_unverified") process.exitCode = 1;
    console.error(`${email}: ${error.code}, outcome ${error.outcome}`);
  }
}

/** Reads with the signal that is aborted first. */
async function work(list_id: string): Promise<void> {
  const leads = instantly.leads.iterate({ filter: LeadFilter.Interested }, { signal: stop.signal, priority: "bulk" });
  for await (const lead of leads) {
    if (!seen.has(lead.id) && lead.list_id !== list_id) await store(lead, list_id);
    if (stop.signal.aborted) return;
  }
}

const lists = await instantly.leadLists.iterate({ search: LIST_NAME }).collect({ max: 100 });
const list = lists.find(({ name }) => name === LIST_NAME) ?? (await instantly.leadLists.create({ name: LIST_NAME }));

while (!stop.signal.aborted) {
  try {
    await work(list.id);
    await sleep(Number(POLL_MS), undefined, { signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) break;
    if (!isInstantlyError(error)) throw error;
    console.error(error.message);
    if (["unauthorized", "payment_required", "forbidden"].includes(error.code)) {
      process.exitCode = 1;
      break;
    }
    await sleep(Number(POLL_MS), undefined, { signal: stop.signal }).catch(() => undefined);
  }
}
console.log("stopped");
