import { readTask, sendToParent, startProcess } from "../harness/child-process.ts";
import type { IterationTask, Walk } from "../processes/long-list.ts";
import { formatNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { median } from "../statistics/median.ts";
import type { RunLength } from "./run-length.ts";

const PAGE = 100;
const SERVER_MS = 5;
const CONSUMER_MS = 5;

async function prefetch({ isShort }: RunLength): Promise<Section> {
  const leads = isShort ? 15_000 : 100_000;
  const server = startProcess("lead-server", {
    leads,
    delayMs: SERVER_MS,
    isGzipped: false,
  } satisfies LeadServerOptions);
  const baseUrl = await server.receive<string>();
  const walk = async (prefetch: 0 | 1) => {
    const assigned: IterationTask = { baseUrl, prefetch, consumerMs: CONSUMER_MS };
    const walking = startProcess("long-list", assigned, ["--expose-gc"]);
    const walked = await walking.receive<Walk>();
    await walking.stop();
    if (walked.leads !== leads) throw new Error(`an iteration yielded ${walked.leads} of ${leads} leads`);
    return walked;
  };
  // A symmetric order, so that a machine that gets slower favors neither.
  const [sequential, ahead] = [[await walk(0)], [await walk(1), await walk(1)]];
  sequential.push(await walk(0));
  await server.stop();

  const of = (walks: readonly Walk[], what: "ms" | "heapMiB") => median(walks.map((walked) => walked[what]));
  const row = (name: string, walks: readonly Walk[]) => [
    name,
    formatNumber(of(walks, "ms") / 1_000),
    formatNumber(of(walks, "ms") / (leads / PAGE)),
    formatNumber(Math.max(...walks.map(({ heapMiB }) => heapMiB))),
  ];
  return {
    title: `${leads.toLocaleString("en")} leads over ${(leads / PAGE).toLocaleString("en")} pages`,
    method:
      `The server takes ${SERVER_MS} ms for each page and the consumer ${CONSUMER_MS} ms. Two iterations of each kind, each ` +
      "in a new process, in the order sequential, prefetch, prefetch, sequential. The heap is measured after every page, " +
      "garbage included, and compared with the heap before the iteration, after a collection.",
    figures: [
      {
        what: "long list: prefetch over sequential",
        measured: of(ahead, "ms") / of(sequential, "ms"),
        unit: "x",
        goal: { atMost: 0.65, allowance: 0.1 },
      },
      {
        what: "long list with prefetch: heap above the start",
        measured: Math.max(...ahead.map(({ heapMiB }) => heapMiB)),
        unit: "MiB",
        goal: { atMost: 32, allowance: 3.2 },
      },
    ],
    table: {
      head: ["iteration", "s", "ms per page", "largest heap, + MiB"],
      rows: [row("sequential", sequential), row("prefetch: 1", ahead)],
    },
  };
}

sendToParent(await prefetch(readTask<RunLength>()));
