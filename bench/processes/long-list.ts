import { setTimeout } from "node:timers/promises";
import { ourInstantlyClient } from "../clients/our-client.ts";
import { readTask, sendToParent } from "../harness/child-process.ts";

/** An iteration over the whole list. */
export interface IterationTask {
  readonly baseUrl: string;
  readonly prefetch: 0 | 1;
  /** The time for which the consumer processes each page, in milliseconds. */
  readonly consumerMs: number;
}

/** The result of an iteration. */
export interface IterationResult {
  readonly leads: number;
  readonly pages: number;
  readonly ms: number;
  /** The largest growth of the heap in MiB, garbage included. */
  readonly heapMiB: number;
}

const { baseUrl, prefetch, consumerMs } = readTask<IterationTask>();
const client = ourInstantlyClient({ baseUrl });
// A first page loads and compiles everything that the iteration needs.
await client.leads.list({ limit: 100 });
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let [leads, pages, highest] = [0, 0, before];
const startedAt = performance.now();
for await (const page of client.leads.iterate({}, { prefetch }).pages()) {
  leads += page.items.length;
  pages += 1;
  await setTimeout(consumerMs);
  highest = Math.max(highest, process.memoryUsage().heapUsed);
}
sendToParent({
  leads,
  pages,
  ms: performance.now() - startedAt,
  heapMiB: (highest - before) / 2 ** 20,
} satisfies IterationResult);
