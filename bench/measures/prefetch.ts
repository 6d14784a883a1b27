import { answer, assignment, startProcess } from "../harness/child-process.ts";
import type { Walk, WalkAssignment } from "../processes/long-list.ts";
import { writtenNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { median } from "../statistics/median.ts";
import type { Effort } from "./run-length.ts";

const PAGE = 100;
const SERVER_MS = 5;
const CONSUMER_MS = 5;

async function prefetch({ isShort }: Effort): Promise<Section> {
  const leads = isShort ? 15_000 : 100_000;
  const server = startProcess("lead-server", {
    leads,
    delayMs: SERVER_MS,
    isGzipped: false,
  } satisfies LeadServerOptions);
  const baseUrl = await server.answer<string>();
  const walk = async (prefetch: 0 | 1) => {
    const assigned: WalkAssignment = { baseUrl, prefetch, consumerMs: CONSUMER_MS };
    const walking = startProcess("long-list", assigned, ["--expose-gc"]);
    const walked = await walking.answer<Walk>();
    await walking.stop();
    if (walked.leads !== leads) throw new Error(`a walk yielded ${walked.leads} of ${leads} leads`);
    return walked;
  };
  // There and back again, so that a machine that gets slower favours neither.
  const [sequential, ahead] = [[await walk(0)], [await walk(1), await walk(1)]];
  sequential.push(await walk(0));
  await server.stop();

  const of = (walks: readonly Walk[], what: "ms" | "heapMiB") => median(walks.map((walked) => walked[what]));
  const row = (name: string, walks: readonly Walk[]) => [
    name,
    writtenNumber(of(walks, "ms") / 1_000),
    writtenNumber(of(walks, "ms") / (leads / PAGE)),
    writtenNumber(Math.max(...walks.map(({ heapMiB }) => heapMiB))),
  ];
  return {
    title: `${leads.toLocaleString("en")} leads over ${(leads / PAGE).toLocaleString("en")} pages`,
    method:
      `The server thinks ${SERVER_MS} ms about each page and the consumer ${CONSUMER_MS} ms. Two walks of each kind, each ` +
      "in a new process, one after the other and in the order sequential, ahead, ahead, sequential. The heap is looked at after " +
      "every page and compared with the heap before the walk, collected; what is garbage by then counts.",
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
      head: ["walk", "s", "ms per page", "heap at most + MiB"],
      rows: [row("sequential", sequential), row("prefetch: 1", ahead)],
    },
  };
}

answer(await prefetch(assignment<Effort>()));
