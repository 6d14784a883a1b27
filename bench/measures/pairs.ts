import type { ClientName } from "../clients/all-clients.ts";
import type { LeadCall } from "../clients/lead-calls.ts";
import { readTask, resultOf, sendToParent, startProcess } from "../harness/child-process.ts";
import type { PairResult, PairTask } from "../processes/pair.ts";
import { formatEstimate } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import type { RunOptions } from "./run-options.ts";

interface Pair {
  readonly client: ClientName;
  readonly base: PairTask["base"];
  readonly call: LeadCall;
  readonly atMost: number;
  /** By default 0.15. That of the transport ends where it would be slower than fetch: decision 0018. */
  readonly allowance?: number;
}

const PAIRS: readonly Pair[] = [
  { client: "this client", base: "fetch", call: "100-lead page", atMost: 1.04 },
  { client: "this client", base: "fetch with a time limit", call: "100-lead page", atMost: 1.04 },
  { client: "this client", base: "fetch", call: "one lead", atMost: 1.15 },
  { client: "this client", base: "fetch with a time limit", call: "one lead", atMost: 1.15 },
  { client: "this client, Node transport", base: "fetch", call: "100-lead page", atMost: 0.8, allowance: 0.2 },
  { client: "this client, Node transport", base: "fetch", call: "one lead", atMost: 0.75, allowance: 0.25 },
];

async function pairs({ isShort }: RunOptions): Promise<Section> {
  const server = startProcess("lead-server", { leads: 200, delayMs: 0, isGzipped: false } satisfies LeadServerOptions);
  const baseUrl = await server.receive<string>();
  const measured = [];
  for (const { atMost, allowance = 0.15, ...pair } of PAIRS) {
    const task: PairTask = { ...pair, baseUrl, rounds: isShort ? 800 : 2_500 };
    const { wall, cpu } = await resultOf<PairResult>("pair", task);
    measured.push({
      ...pair,
      what: `${pair.call}, ${pair.client} over ${pair.base}`,
      wall,
      cpu,
      goal: { atMost, allowance },
    });
  }
  await server.stop();
  return {
    title: "Against fetch alone",
    method:
      "Each pair runs in a process of its own, as in a program that uses one client: the code of other clients in the same " +
      "process makes the shared parts of the platform slower. Rounds, ratios and server as in the next section. The time " +
      "limit of fetch is `AbortSignal.timeout` for every call; the client's is on in both pairs.",
    figures: measured.map(({ what, wall, goal }) => ({
      what,
      measured: wall,
      unit: "x" as const,
      goal,
    })),
    table: {
      head: ["call", "client", "over", "time", "CPU time"],
      rows: measured.map(({ call, client, base, wall, cpu }) => [
        call,
        client,
        base,
        formatEstimate(wall),
        formatEstimate(cpu),
      ]),
    },
  };
}

sendToParent(await pairs(readTask<RunOptions>()));
