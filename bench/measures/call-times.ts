import { axiosClient } from "../clients/axios-client.ts";
import type { ClientSetUp, ComparedClient } from "../clients/compared-client.ts";
import { globalFetch } from "../clients/fetch-client.ts";
import { gotClient } from "../clients/got-client.ts";
import { kyClient } from "../clients/ky-client.ts";
import { ofetchClient } from "../clients/ofetch-client.ts";
import { openaiClient } from "../clients/openai-client.ts";
import { openapiFetch } from "../clients/openapi-fetch-client.ts";
import { ourClient } from "../clients/our-client.ts";
import { undiciRequest } from "../clients/undici-client.ts";
import { readTask, sendToParent, startProcess } from "../harness/child-process.ts";
import { formatEstimate, formatNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { ratioEstimate } from "../statistics/estimate.ts";
import type { Samples } from "../statistics/interleaved.ts";
import { interleaved, samplesOf } from "../statistics/interleaved.ts";
import { median } from "../statistics/median.ts";
import type { RunOptions } from "./run-options.ts";

const BASE = "global fetch";
const OURS = "this client";
const ALL: Readonly<Record<string, (setUp: ClientSetUp) => ComparedClient>> = {
  "undici.request": undiciRequest,
  [BASE]: globalFetch,
  "openapi-fetch": openapiFetch,
  [OURS]: ourClient,
  ofetch: ofetchClient,
  got: gotClient,
  ky: kyClient,
  axios: axiosClient,
  "openai (get, post)": openaiClient,
};
/** The clients in a short run, which has more rounds of fewer clients. */
const FEW = ["undici.request", BASE, "openapi-fetch", OURS];
const CANNOT_UNZIP = "undici.request";

const leadId = "01a06110-96fe-736c-901d-000000000001";
const filter = { campaign: "b8cc96b1-db3c-4fbb-a266-52a8cd16816b", limit: 100 };
const getLead = (client: ComparedClient) => client.getLead(leadId);
const listLeads = (client: ComparedClient) => client.listLeads(filter);

async function callTimes({ isShort }: RunOptions): Promise<Section> {
  const plain = await servedClients(isShort, false);
  const gzipped = await servedClients(isShort, true);
  const lead = await plain.times(getLead, isShort ? 1_000 : 4_000);
  const page = await plain.times(listLeads, isShort ? 600 : 1_500);
  const packed = await gzipped.times(listLeads, isShort ? 150 : 500);
  await Promise.all([plain.stop(), gzipped.stop()]);

  const ratio = (what: string, samples: ReadonlyMap<string, Samples>, kind: keyof Samples, atMost: number) => ({
    what,
    measured: ratioEstimate(samplesOf(samples, OURS)[kind], samplesOf(samples, BASE)[kind]),
    unit: "x" as const,
    goal: { atMost, allowance: 0.15 },
  });
  return {
    title: "One call after another",
    method:
      "A server in a process of its own (node:http, keep-alive, loopback, prepared bodies). Every client makes one call per " +
      "round, in a new order each round. Ratios are medians of the ratios within a round, with the 95 % interval in " +
      "brackets. CPU time is user and system time of the calling process. Every client parses the JSON. All clients have " +
      "their default options; this one has its limiter, retries, deadlines and size limit on.",
    figures: [
      ratio("100-lead page, time over global fetch", page, "wall", 1.05),
      ratio("100-lead page, CPU over global fetch", page, "cpu", 1.05),
      ratio("one-lead call, time over global fetch", lead, "wall", 1.15),
    ],
    table: {
      head: [
        "client",
        ...["1 lead", "100 leads", "100 leads, gzip"].flatMap((what) => [`${what}: p50 µs`, "÷ fetch", "CPU ÷ fetch"]),
      ],
      rows: [...lead.keys()].map((name) => [name, ...[lead, page, packed].flatMap((samples) => cells(samples, name))]),
    },
  };
}

async function servedClients(isShort: boolean, isGzipped: boolean) {
  const options: LeadServerOptions = { leads: 200, delayMs: 0, isGzipped };
  const server = startProcess("lead-server", options);
  const baseUrl = await server.receive<string>();
  const clients = Object.entries(ALL)
    .filter(([name]) => (!isShort || FEW.includes(name)) && !(isGzipped && name === CANNOT_UNZIP))
    .map(([name, client]) => [name, client({ baseUrl })] as const);
  return {
    stop: server.stop,
    times: (call: (client: ComparedClient) => Promise<unknown>, measured: number) =>
      interleaved(Object.fromEntries(clients.map(([name, client]) => [name, () => call(client)])), {
        warmUp: isShort ? 150 : 300,
        measured,
      }),
  };
}

function cells(samples: ReadonlyMap<string, Samples>, name: string): string[] {
  if (!samples.has(name)) return ["", "", ""];
  const [own, base] = [samplesOf(samples, name), samplesOf(samples, BASE)];
  return [
    formatNumber(Math.round(median(own.wall))),
    formatEstimate(ratioEstimate(own.wall, base.wall)),
    formatNumber(ratioEstimate(own.cpu, base.cpu).value),
  ];
}

sendToParent(await callTimes(readTask<RunOptions>()));
