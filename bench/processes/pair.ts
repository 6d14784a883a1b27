import type { ClientName } from "../clients/all-clients.ts";
import { allClients } from "../clients/all-clients.ts";
import type { LeadCall } from "../clients/lead-calls.ts";
import { leadCalls } from "../clients/lead-calls.ts";
import { readTask, sendToParent } from "../harness/child-process.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { ratioEstimate } from "../statistics/estimate.ts";
import { interleaved, samplesOf } from "../statistics/interleaved.ts";

/** Two clients, and the call with which they are compared. */
export interface PairTask {
  readonly baseUrl: string;
  readonly client: ClientName;
  /** `fetch`, without or with a time limit per call. */
  readonly base: "fetch" | "fetch with a time limit";
  readonly call: LeadCall;
  readonly rounds: number;
}

/** The times of the client over those of `fetch`. */
export interface PairResult {
  readonly wall: Estimate;
  readonly cpu: Estimate;
}

const { baseUrl, client, base, call, rounds } = readTask<PairTask>();
const ours = allClients[client]({ baseUrl });
const limit = base === "fetch" ? {} : { timeoutMs: 30_000 };
const theirs = allClients["global fetch"]({ baseUrl, ...limit });
const samples = await interleaved(
  { ours: () => leadCalls[call](ours), theirs: () => leadCalls[call](theirs) },
  { warmUp: 400, measured: rounds },
);
const ratio = (kind: "wall" | "cpu") =>
  ratioEstimate(samplesOf(samples, "ours")[kind], samplesOf(samples, "theirs")[kind]);
sendToParent({ wall: ratio("wall"), cpu: ratio("cpu") } satisfies PairResult);
