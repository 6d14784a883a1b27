import type { RunningProcess } from "../harness/child-process.ts";
import { answer, assignment, startProcess } from "../harness/child-process.ts";
import type { SharedCalls, SharingAssignment } from "../processes/sharing-process.ts";
import { writtenNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { Arrivals } from "../server/counting-server.ts";
import { startRedis } from "../server/redis-server.ts";
import { worstWindow } from "../statistics/worst-window.ts";
import type { Effort } from "./run-length.ts";

const PROCESSES = 4;
const CALLS = 50;
const LIMIT = 100;

/** The effort, and the padding when another than the limiter's own is to be tried. */
type Assigned = Effort & { readonly paddingMs?: number };

async function sharedLimit({ isShort, paddingMs }: Assigned): Promise<Section> {
  const seconds = isShort ? 8 : 60;
  const running: { stop(): Promise<void> }[] = [];
  const started = (name: string, assigned: unknown) => {
    const process = startProcess(name, assigned);
    running.push(process);
    return process;
  };
  try {
    const redis = await startRedis();
    running.push(redis);
    const server = started("counting-server", null);
    const baseUrl = await server.answer<string>();
    const shared: SharingAssignment = { baseUrl, redisPort: redis.port, calls: CALLS, ms: seconds * 1_000, paddingMs };
    const results = await allRun(Array.from({ length: PROCESSES }, () => started("sharing-process", shared)));
    server.send("how many?");
    return sectionOf(results, await server.answer<Arrivals>(), redis.version, seconds);
  } finally {
    await Promise.all(running.map((each) => each.stop()));
  }
}

function sectionOf(
  results: readonly SharedCalls[],
  { moments, refused }: Arrivals,
  version: string,
  seconds: number,
): Section {
  const strange = results.flatMap(({ failures, warnings }) => [...failures, ...warnings]);
  if (strange.length > 0) throw new Error(`the calls that share a limit did not all succeed: ${strange[0]}`);
  const lasted = ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1_000;
  const exact = { atMost: 0, allowance: 0 };
  return {
    title: "Four processes on one Redis",
    method:
      `${PROCESSES} processes with ${CALLS} calls each at any time share one workspace's limits over redis-server ` +
      `${version} for ${seconds} s. A server in a process of its own counts what arrives and refuses, with 429, ` +
      "what is more than the hundredth request of any rolling second.",
    figures: [
      {
        what: `worst rolling second of ${PROCESSES} processes, counted on arrival`,
        measured: worstWindow(moments, 1_000),
        unit: "requests",
        goal: { atMost: LIMIT, allowance: 0 },
      },
      { what: `429 answers to ${PROCESSES} processes`, measured: refused, unit: "requests", goal: exact },
    ],
    table: {
      head: ["arrivals", "number"],
      rows: [
        ["per second, after the first window", writtenNumber((moments.length - LIMIT) / lasted)],
        ...[250, 500, 900, 950, 975, 1_000, 1_025, 1_050].map((ms) => [
          `at most in ${ms} ms`,
          String(worstWindow(moments, ms)),
        ]),
      ],
    },
  };
}

async function allRun(processes: readonly RunningProcess[]): Promise<SharedCalls[]> {
  await Promise.all(processes.map((running) => running.answer<string>()));
  for (const running of processes) running.send("go");
  return Promise.all(processes.map((running) => running.answer<SharedCalls>()));
}

answer(await sharedLimit(assignment<Assigned>()));
