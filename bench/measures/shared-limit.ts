import { Redis } from "ioredis";
import { startRedis } from "../../tests/redis/redis-server.ts";
import type { BenchProcess } from "../harness/child-process.ts";
import { readTask, sendToParent, startProcess } from "../harness/child-process.ts";
import type { SharedCalls, SharingTask } from "../processes/sharing-process.ts";
import { formatNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { Arrivals } from "../server/counting-server.ts";
import { worstWindow } from "../statistics/worst-window.ts";
import type { RunOptions } from "./run-options.ts";

const PROCESSES = 4;
const CALLS = 50;
const LIMIT = 100;

/** The length of the run, and a padding to try instead of the limiter's own. */
type Task = RunOptions & { readonly paddingMs?: number };

async function sharedLimit({ isShort, paddingMs }: Task): Promise<Section> {
  const seconds = isShort ? 8 : 60;
  const running: { stop(): Promise<void> }[] = [];
  const started = (name: string, assigned: unknown) => {
    const process = startProcess(name, assigned);
    running.push(process);
    return process;
  };
  try {
    // An extra option starts a new server even if REDIS_URL is set.
    const redis = await startRedis({ "--appendonly": "no" });
    running.push(redis);
    const server = started("counting-server", null);
    const baseUrl = await server.receive<string>();
    const shared: SharingTask = { baseUrl, redisUrl: redis.url, calls: CALLS, ms: seconds * 1_000, paddingMs };
    const results = await runAll(Array.from({ length: PROCESSES }, () => started("sharing-process", shared)));
    server.send("report");
    return sectionOf(results, await server.receive<Arrivals>(), await redisVersion(redis.url), seconds);
  } finally {
    await Promise.all(running.map((each) => each.stop()));
  }
}

function sectionOf(
  results: readonly SharedCalls[],
  { times, rejected }: Arrivals,
  version: string,
  seconds: number,
): Section {
  const problems = results.flatMap(({ failures, warnings }) => [...failures, ...warnings]);
  if (problems.length > 0) throw new Error(`some calls with a shared limit failed: ${problems[0]}`);
  const lasted = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  const exact = { atMost: 0, allowance: 0 };
  return {
    title: "Four processes on one Redis",
    method:
      `${PROCESSES} processes with ${CALLS} concurrent calls each share the limits of one workspace through redis-server ` +
      `${version} for ${seconds} s. A server in a process of its own counts the requests and responds with 429 to those ` +
      "over 100 in any rolling second.",
    figures: [
      {
        what: `worst rolling second of ${PROCESSES} processes, counted on arrival`,
        measured: worstWindow(times, 1_000),
        unit: "requests",
        goal: { atMost: LIMIT, allowance: 0 },
      },
      { what: `429 responses to ${PROCESSES} processes`, measured: rejected, unit: "requests", goal: exact },
    ],
    table: {
      head: ["arrivals", "number"],
      rows: [
        ["per second, after the first window", formatNumber((times.length - LIMIT) / lasted)],
        ...[250, 500, 900, 950, 975, 1_000, 1_025, 1_050].map((ms) => [
          `at most in ${ms} ms`,
          String(worstWindow(times, ms)),
        ]),
      ],
    },
  };
}

async function redisVersion(url: string): Promise<string> {
  const redis = new Redis(url);
  try {
    return /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "of unknown version";
  } finally {
    redis.disconnect();
  }
}

async function runAll(processes: readonly BenchProcess[]): Promise<SharedCalls[]> {
  await Promise.all(processes.map((running) => running.receive<string>()));
  for (const running of processes) running.send("go");
  return Promise.all(processes.map((running) => running.receive<SharedCalls>()));
}

sendToParent(await sharedLimit(readTask<Task>()));
