import type { RateLimiter } from "@modulex-instantly/client";
import { createRateLimiter, operations } from "@modulex-instantly/client";
import { neverWaiting } from "../clients/our-client.ts";
import { readTask, sendToParent } from "../harness/child-process.ts";
import type { Section } from "../report/section.ts";
import { estimate } from "../statistics/estimate.ts";
import { worstWindow } from "../statistics/worst-window.ts";
import type { RunOptions } from "./run-options.ts";

type Call = Parameters<RateLimiter["acquire"]>[0];

const PER_SECOND = 100;
const BATCH = 10_000;
const WAITING = 300;

async function limiter({ isShort }: RunOptions): Promise<Section> {
  const idleUs = idleAcquire(isShort ? 50 : 300);
  const granted = await grantsUnderSaturation(isShort ? 4_000 : 20_000);
  // The first window is granted at once; after that, each slot is granted when the one a window earlier expires.
  const lasted = (granted.at(-1) ?? 0) - (granted[0] ?? 0);
  const throughput = ((granted.length - PER_SECOND) / (lasted / 1_000) / PER_SECOND) * 100;
  return {
    title: "The rate limiter by itself",
    method:
      `Idle: batches of ${BATCH} calls of acquire with windows of 100 and 6,000 requests in which no call waits. Saturated: ` +
      `${WAITING} calls wait at any time for the default limits of 100 per second and 6,000 per minute, and the times at ` +
      "which their requests would leave are recorded. The throughput excludes the first 100 calls, which find an empty window. It " +
      "stays below 100 % because the limiter adds 25 ms of padding to every window.",
    figures: [
      { what: "limiter: idle acquire", measured: idleUs, unit: "us", goal: { atMost: 1, allowance: 0.1 } },
      {
        what: "limiter: worst rolling second at 100/s",
        measured: worstWindow(granted, 1_000),
        unit: "requests",
        goal: { atMost: PER_SECOND, allowance: 0 },
      },
      { what: "limiter: throughput", measured: throughput, unit: "%", goal: { atLeast: 95, allowance: 10 } },
    ],
  };
}

function idleAcquire(batches: number) {
  const idle = createRateLimiter(neverWaiting);
  const call = callUntil(performance.now() + 600_000);
  const samples: number[] = [];
  for (let batch = -20; batch < batches; batch += 1) {
    const startedAt = performance.now();
    for (let times = 0; times < BATCH; times += 1) idle.acquire(call);
    if (batch >= 0) samples.push(((performance.now() - startedAt) * 1_000) / BATCH);
  }
  return estimate(samples);
}

async function grantsUnderSaturation(ms: number): Promise<number[]> {
  const saturated = createRateLimiter();
  const granted: number[] = [];
  const endsAt = performance.now() + ms;
  const line = async () => {
    while (performance.now() < endsAt) {
      const call: Call = { ...callUntil(endsAt + 10_000), holdsSlot: true };
      await saturated.acquire(call);
      // Where the client calls fetch, and then tells that the request has left.
      granted.push(performance.now());
      call.slot?.settle?.(true);
    }
  };
  await Promise.all(Array.from({ length: WAITING }, line));
  return granted.filter((moment) => moment < endsAt);
}

/** The parts of a call that the limiter reads, with a deadline. */
function callUntil(deadlineAt: number): Call {
  return {
    id: "",
    operation: operations.getLead,
    url: "",
    body: undefined,
    signal: undefined,
    priority: "interactive",
    timeouts: { connectMs: 0, readAttemptMs: 0, writeAttemptMs: 0, overallMs: 0 },
    hooks: undefined,
    repeatUnknown: false,
    startedAt: 0,
    deadlineAt,
    attempts: 0,
    open: undefined,
    response: undefined,
  };
}

sendToParent(await limiter(readTask<RunOptions>()));
