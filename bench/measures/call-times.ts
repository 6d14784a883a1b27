import type { ClientName } from "../clients/all-clients.ts";
import { allClients } from "../clients/all-clients.ts";
import type { ComparedClient } from "../clients/compared-client.ts";
import { leadCalls } from "../clients/lead-calls.ts";
import { readTask, sendToParent, startProcess } from "../harness/child-process.ts";
import { formatEstimate, formatNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import type { LeadServerOptions } from "../server/lead-server.ts";
import { ratioEstimate } from "../statistics/estimate.ts";
import type { Samples } from "../statistics/interleaved.ts";
import { interleaved, samplesOf } from "../statistics/interleaved.ts";
import { median } from "../statistics/median.ts";
import type { RunOptions } from "./run-options.ts";

const BASE: ClientName = "global fetch";
/** The clients in a short run. */
const FEW: readonly string[] = [
  "undici.request",
  BASE,
  "openapi-fetch",
  "this client",
  "this client, Node transport",
] satisfies readonly ClientName[];
const CANNOT_UNZIP: ClientName = "undici.request";

async function callTimes({ isShort }: RunOptions): Promise<Section> {
  const plain = await servedClients(isShort, false);
  const gzipped = await servedClients(isShort, true);
  // No goal depends on these figures, so a short run has few rounds.
  const lead = await plain.times(leadCalls["one lead"], isShort ? 300 : 4_000);
  const page = await plain.times(leadCalls["100-lead page"], isShort ? 150 : 1_500);
  const packed = await gzipped.times(leadCalls["100-lead page"], isShort ? 50 : 500);
  await Promise.all([plain.stop(), gzipped.stop()]);

  return {
    title: "One call after another",
    method:
      "A server in a process of its own (node:http, keep-alive, loopback, prepared bodies). Every client makes one call per " +
      "round, in a new order each round. Ratios are medians of the ratios within a round, with the 95 % interval in " +
      "brackets. CPU time is user and system time of the calling process. Every client parses the JSON. All clients have " +
      "their default options; this one has its limiter, retries, deadlines and size limit on.",
    figures: [],
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
  const clients = Object.entries(allClients)
    .filter(([name]) => (!isShort || FEW.includes(name)) && !(isGzipped && name === CANNOT_UNZIP))
    .map(([name, client]) => [name, client({ baseUrl })] as const);
  return {
    stop: server.stop,
    times: (call: (client: ComparedClient) => Promise<unknown>, measured: number) =>
      interleaved(Object.fromEntries(clients.map(([name, client]) => [name, () => call(client)])), {
        warmUp: isShort ? 50 : 300,
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
