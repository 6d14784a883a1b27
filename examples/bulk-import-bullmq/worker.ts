/**
 * A worker of the bulk import. Start as many as you like, on as many machines as you like: together they stay within the
 * limit of the workspace, and each lead is created once, even if workers are killed.
 *
 *     npx tsx examples/bulk-import-bullmq/worker.ts      (stop it with Ctrl+C)
 *
 * It needs REDIS_URL, INSTANTLY_API_KEY and INSTANTLY_BASE_URL. PROCESSES, CONCURRENCY and LIMIT configure it.
 */
import { Worker } from "bullmq";
import { importLead } from "./import-lead.ts";
import type { LeadJob, RowResult } from "./lead-job.ts";
import { QUEUE } from "./lead-job.ts";
import { CONCURRENCY, connectClient, LOCK_MS, queueConnection } from "./settings.ts";

const GRACE_MS = Number(process.env["GRACE_MS"] ?? "10000");
const { instantly, close } = await connectClient();
const abandon = new AbortController();

const worker = new Worker<LeadJob, RowResult>(
  QUEUE,
  // With three parameters, BullMQ passes a signal.
  (job, token, signal) => {
    if (token === undefined || signal === undefined) throw new Error("BullMQ passed no token or no signal");
    return importLead(job, { instantly, token, signal: AbortSignal.any([signal, abandon.signal]), stop });
  },
  {
    connection: queueConnection,
    concurrency: CONCURRENCY,
    lockDuration: LOCK_MS,
    stalledInterval: Math.ceil(LOCK_MS / 2),
    // A killed worker is not the fault of its jobs. The default of 1 would fail a job whose worker is killed twice.
    maxStalledCount: 100,
  },
);

// Its lock is lost, so another process may take the job: this one ends its call.
worker.on("lockRenewalFailed", (ids) => {
  for (const id of ids) worker.cancelJob(id, "its lock is lost");
});
worker.on("error", (error) => console.error(`bullmq: ${error.message}`));
worker.on("failed", (job, error) => console.error(`${job?.id}: ${error.message}`));

let isStopping = false;

/** Takes no more jobs, and finishes those that have begun. After GRACE_MS, open calls are aborted, and their jobs read first. */
function stop(reason: string, isFailure = true): void {
  if (isFailure) process.exitCode = 1;
  if (isStopping) return;
  isStopping = true;
  console.log(`stopping: ${reason}`);
  setTimeout(() => abandon.abort(), GRACE_MS).unref();
  // Without Redis, the worker cannot end its jobs. They are taken over when their locks expire.
  setTimeout(() => process.exit(1), 2 * GRACE_MS).unref();
  void worker.close().then(() => {
    close();
    console.log("stopped");
  });
}
process.on("SIGTERM", () => stop("SIGTERM", false)).on("SIGINT", () => stop("SIGINT", false));

await worker.waitUntilReady();
console.log("ready");
