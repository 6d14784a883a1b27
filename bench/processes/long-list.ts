import { setTimeout } from "node:timers/promises";
import { ourInstantlyClient } from "../clients/our-client.ts";
import { answer, assignment } from "../harness/child-process.ts";

/** One walk through the whole list. */
export interface WalkAssignment {
  readonly baseUrl: string;
  readonly prefetch: 0 | 1;
  /** How long each page keeps the consumer busy, in milliseconds. */
  readonly consumerMs: number;
}

/** What it took. */
export interface Walk {
  readonly leads: number;
  readonly pages: number;
  readonly ms: number;
  /** By how much the heap was larger at worst than before, garbage not yet collected included, in MiB. */
  readonly heapMiB: number;
}

const { baseUrl, prefetch, consumerMs } = assignment<WalkAssignment>();
const client = ourInstantlyClient({ baseUrl });
// A first page loads and compiles what every walk needs.
await client.leads.list({ limit: 100 });
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let [leads, pages, highest] = [0, 0, before];
const begun = performance.now();
for await (const page of client.leads.iterate({}, { prefetch }).pages()) {
  leads += page.items.length;
  pages += 1;
  await setTimeout(consumerMs);
  highest = Math.max(highest, process.memoryUsage().heapUsed);
}
answer({ leads, pages, ms: performance.now() - begun, heapMiB: (highest - before) / 2 ** 20 } satisfies Walk);
