import { setTimeout as sleep } from "node:timers/promises";
import type { InstantlyClient, InstantlyErrorCode } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import type { Job } from "bullmq";
import { DelayedError, WaitingError } from "bullmq";
import type { LeadJob, LeadRow, RowResult } from "./lead-job.ts";
import { normalAddress } from "./lead-job.ts";
import { CALL_MS, LOCK_MS, SETTLE_MS } from "./settings.ts";

/** Errors that say something about one row. */
const OF_A_ROW: readonly InstantlyErrorCode[] = ["invalid_request", "bad_request", "conflict"];

/** How a worker processes a job. */
export interface ImportContext {
  readonly instantly: InstantlyClient;
  readonly token: string;
  /** Aborted when the lock of the job is lost, and when the process has to end. */
  readonly signal: AbortSignal;
  /** Called with an error that concerns every row, such as that of a revoked key. */
  readonly stop: (reason: string) => void;
}

type LeadJobOf = Job<LeadJob, RowResult>;

/**
 * Imports the lead of a job.
 *
 * Before the create is sent, the job says that it may be. If the process is killed, or the outcome is unknown, the next
 * process reads first whether the list has the lead. It creates the lead again only if the list lacks it at a time
 * when no earlier create can still be in progress.
 */
export async function importLead(job: LeadJobOf, context: ImportContext): Promise<RowResult> {
  const { row, mayBeSentAt } = job.data;
  try {
    if (mayBeSentAt !== undefined) {
      const found = await findLead(row, context);
      if (found) return found;
      const provenAt = mayBeSentAt + CALL_MS + SETTLE_MS;
      if (Date.now() < provenAt) return await delay(job, context, provenAt);
    }
    const overallMs = await mark(job, context);
    if (overallMs < 1) return await giveBack(job, context);
    // The flag is a second guard: the API stores no address of the list again.
    const { id } = await context.instantly.leads.create(
      { ...row, skip_if_in_list: true },
      { signal: context.signal, priority: "bulk", timeouts: { overallMs } },
    );
    return { status: "imported", lead: id };
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    const { code, outcome, message, retryable, retryAfterMs } = error;
    if (outcome === "unknown" || outcome === "applied_unverified") return afterUnknown(job, context);
    // A failed read says nothing about an earlier create.
    const isRead = outcome === "none";
    if (!isRead) await unmark(job, context);
    if (OF_A_ROW.includes(code)) return { status: isRead ? "unknown" : "rejected", reason: message };
    const { delays = 0 } = job.data;
    if (retryable) return delay(job, context, Date.now() + (retryAfterMs ?? Math.min(1_000 * 2 ** delays, 60_000)));
    if (code !== "aborted") context.stop(message);
    return giveBack(job, context);
  }
}

/** Reads whether the list has the lead. */
async function findLead(row: LeadRow, { instantly, signal }: ImportContext): Promise<RowResult | undefined> {
  const contacts = [...new Set([row.email, normalAddress(row.email)])];
  const leads = await instantly.leads.iterate({ contacts }, { signal, priority: "bulk" }).collect({ max: 1_000 });
  const inList = leads.filter(({ list_id }) => list_id === row.list_id);
  const lead = inList.find(({ email }) => email && normalAddress(email) === normalAddress(row.email));
  if (lead) return { status: "imported", lead: lead.id };
  // The API may store an unusual address in another form, under which the search does not find it.
  const isUnusual = !/^[\w.%+'-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(row.email);
  if (isUnusual || inList.length > 0 || leads.length >= 1_000) {
    return { status: "unknown", reason: "a create may have been sent, and reading cannot tell: look at the list" };
  }
  return undefined;
}

/** After an unknown outcome, looks for the lead at once; if it is not there yet, later. */
async function afterUnknown(job: LeadJobOf, context: ImportContext): Promise<RowResult> {
  try {
    // A create whose response was lost has mostly been stored by now.
    await sleep(Math.min(1_000, SETTLE_MS), undefined, { signal: context.signal });
    const found = await findLead(job.data.row, context);
    if (found) return found;
  } catch {
    // The job keeps its mark, so the next process reads again.
  }
  return delay(job, context, Date.now() + SETTLE_MS);
}

/**
 * Stores that a create may be sent, if the job still belongs to this process, for LOCK_MS from now.
 *
 * @returns the milliseconds that are left for the create. They count from before the lock was extended, so that the create
 *   ends before the lock does, even if the process stands still in between.
 */
async function mark(job: LeadJobOf, { token }: ImportContext): Promise<number> {
  const [startedAt, mayBeSentAt] = [performance.now(), Date.now()];
  // In one go: if the job is lost, the other process sees a time that is too late, and only waits longer.
  await Promise.all([keepLock(job, token), job.updateData({ ...job.data, mayBeSentAt })]);
  return CALL_MS - (performance.now() - startedAt);
}

/** Stores that nothing was sent, or that it was rejected. */
async function unmark(job: LeadJobOf, { token }: ImportContext): Promise<void> {
  await keepLock(job, token);
  const { mayBeSentAt: _, ...data } = job.data;
  await job.updateData(data);
}

/** Makes sure that the job belongs to this process, for LOCK_MS from now. */
async function keepLock(job: LeadJobOf, token: string): Promise<void> {
  if ((await job.extendLock(token, LOCK_MS)) !== 1) throw new Error("another process has taken this job");
}

/** Returns the job to the queue, for the next process. */
async function giveBack(job: LeadJobOf, { token }: ImportContext): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}

/** Delays the job. It does not fail, and no attempt is counted. */
async function delay(job: LeadJobOf, { token }: ImportContext, until: number): Promise<never> {
  await keepLock(job, token);
  await job.updateData({ ...job.data, delays: (job.data.delays ?? 0) + 1 });
  await job.moveToDelayed(until, token);
  throw new DelayedError();
}
