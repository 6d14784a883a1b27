/**
 * Imports a CSV file into a lead list with the workers of the queue: adds a job for each lead, waits for the jobs, and
 * writes FILE.results.jsonl, one line for each row. If it is killed, run it again: the same row is the same job.
 *
 *     npx tsx examples/bulk-import-bullmq/import.ts examples/csv-import/leads.csv "Autumn import"
 *
 * It needs REDIS_URL, INSTANTLY_API_KEY and INSTANTLY_BASE_URL. The columns are email, first_name, last_name and company.
 */
import { createReadStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import { pipeline } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job } from "bullmq";
import { Queue } from "bullmq";
import { parse } from "csv-parse";
import type { LeadJob, LeadRow, RowResult } from "./lead-job.ts";
import { jobIdOf, normalAddress, QUEUE } from "./lead-job.ts";
import { connectClient, queueConnection } from "./settings.ts";

/** A line of the result file. `unknown` rows are read again by the next run, and never created before that. */
interface ResultLine {
  readonly line: number;
  readonly email: string;
  readonly status: RowResult["status"] | "invalid" | "duplicate";
  readonly lead?: string;
  readonly reason?: string;
}

interface Row {
  readonly line: number;
  readonly lead: LeadRow;
  /** What the file itself says about the row; without it, the row has a job. */
  readonly fault?: Pick<ResultLine, "status" | "reason">;
}

type LeadJobOf = Job<LeadJob, RowResult>;

const CHUNK = 500;
const [file, listName = "Imported"] = process.argv.slice(2);
if (file === undefined) throw new Error("Name the CSV file to import.");
const { instantly, close } = await connectClient();
const queue = new Queue<LeadJob, RowResult>(QUEUE, { connection: queueConnection });
queue.on("error", (error) => console.error(`bullmq: ${error.message}`));

async function listId(): Promise<string> {
  const lists = await instantly.leadLists.iterate({ search: listName }).collect({ max: 100 });
  const list = lists.find(({ name }) => name === listName) ?? (await instantly.leadLists.create({ name: listName }));
  return list.id;
}

/** The rows of the file, in chunks. Only the addresses stay in memory. */
async function* chunksOf(path: string, list_id: string): AsyncGenerator<readonly Row[]> {
  const lines = new Map<string, number>();
  const options = { columns: true, bom: true, trim: true, skip_empty_lines: true, info: true };
  let chunk: Row[] = [];
  const rows = parse(options);
  // The iteration throws an error of the file as well.
  pipeline(createReadStream(path), rows, () => undefined);
  for await (const { info, record } of rows) {
    const { email, first_name, last_name, company }: Readonly<Record<string, string>> = record;
    if (email === undefined) throw new Error(`${path} has no column "email"`);
    const names = { first_name: first_name ?? null, last_name: last_name ?? null, company_name: company ?? null };
    const row = { line: info.lines, lead: { email, ...names, list_id } };
    const first = lines.get(normalAddress(email));
    if (!/^\S+@\S+\.\S+$/.test(email))
      chunk.push({ ...row, fault: { status: "invalid", reason: "not an email address" } });
    else if (first !== undefined)
      chunk.push({ ...row, fault: { status: "duplicate", reason: `the same as line ${first}` } });
    else {
      lines.set(normalAddress(email), row.line);
      chunk.push(row);
    }
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const jobsOf = (rows: readonly Row[]) => Promise.all(rows.map(({ lead }) => queue.getJob(jobIdOf(lead))));
const isFinished = (job: LeadJobOf) => job.finishedOn !== undefined;

/** Adds the jobs that do not exist. Rows that an earlier run rejected, or could not decide, get another try. */
async function add(rows: readonly Row[]): Promise<void> {
  const earlier = isFirstRun ? [] : await jobsOf(rows);
  for (const job of earlier) {
    if (!job || !isFinished(job) || job.returnvalue?.status === "imported") continue;
    if (job.returnvalue?.status === "rejected") await job.remove();
    // Its data says that a create may have been sent, so the worker reads first.
    else await job.retry(job.failedReason === undefined ? "completed" : "failed");
  }
  // Another attempt is safe whatever went wrong, because it reads first.
  const opts = { attempts: 10, backoff: { type: "exponential", delay: 500 } };
  await queue.addBulk(
    rows.map(({ lead }) => ({ name: "lead", data: { row: lead }, opts: { ...opts, jobId: jobIdOf(lead) } })),
  );
}

function resultOf(job: LeadJobOf | undefined): RowResult {
  if (!job) return { status: "unknown", reason: "its job is gone from Redis: run the import again" };
  if (job.failedReason === undefined) return job.returnvalue;
  return { status: "unknown", reason: job.failedReason };
}

/** The results of rows, in their order, when all of their jobs have finished. */
async function* resultsOf(rows: readonly Row[]): AsyncGenerator<ResultLine> {
  const results = new Map<Row, RowResult>();
  let waiting = rows.filter(({ fault }) => fault === undefined);
  while (waiting.length > 0) {
    // Jobs are taken in their order. When the first one has finished, most others have, too.
    const [first] = await jobsOf(waiting.slice(0, 1));
    if (first && !isFinished(first)) {
      await sleep(250);
      continue;
    }
    const jobs = await jobsOf(waiting);
    jobs.forEach((job, index) => {
      const row = waiting[index];
      if (row && (!job || isFinished(job))) results.set(row, resultOf(job));
    });
    waiting = waiting.filter((row) => !results.has(row));
  }
  for (const row of rows) {
    const result = row.fault ?? results.get(row);
    if (result) yield { line: row.line, email: row.lead.email, ...result };
  }
}

const list_id = await listId();
const isFirstRun = (await queue.getJobCountByTypes("completed", "failed")) === 0;
for await (const rows of chunksOf(file, list_id)) await add(rows.filter(({ fault }) => fault === undefined));

const counts = { imported: 0, rejected: 0, unknown: 0, invalid: 0, duplicate: 0 };
const resultFile = `${file}.results.jsonl`;
const output = await open(`${resultFile}.part`, "w");
let done = 0;
for await (const rows of chunksOf(file, list_id)) {
  const lines: string[] = [];
  for await (const result of resultsOf(rows)) {
    counts[result.status] += 1;
    lines.push(`${JSON.stringify(result)}\n`);
  }
  await output.appendFile(lines.join(""));
  done += rows.length;
  console.log(`${done} rows done`);
}
await output.close();
await rename(`${resultFile}.part`, resultFile);
await queue.close();
close();
console.log(
  `${Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(", ")}. See ${resultFile}`,
);
if (counts.rejected + counts.unknown + counts.invalid > 0) process.exitCode = 1;
