import { axiosClient } from "../clients/axios-client.ts";
import type { ClientSetUp, ComparedClient } from "../clients/compared-client.ts";
import { globalFetch } from "../clients/fetch-client.ts";
import { kyClient } from "../clients/ky-client.ts";
import { ofetchClient } from "../clients/ofetch-client.ts";
import { openaiClient } from "../clients/openai-client.ts";
import { openapiFetch } from "../clients/openapi-fetch-client.ts";
import { ourClient } from "../clients/our-client.ts";
import { readTask, sendToParent } from "../harness/child-process.ts";
import { formatEstimate } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";
import { leadNumber } from "../server/lead-bodies.ts";
import { differenceEstimate } from "../statistics/estimate.ts";
import { interleaved, samplesOf } from "../statistics/interleaved.ts";
import type { RunOptions } from "./run-options.ts";

const CALLS = 50;
const BASE = "global fetch";
const OURS = "this client";
const lead = leadNumber(1);
const body = JSON.stringify(lead);
const type = { "content-type": "application/json" };
const stubs = {
  "with Content-Length": { ...type, "content-length": String(Buffer.byteLength(body)) },
  chunked: type,
};

async function ownCpu({ isShort }: RunOptions): Promise<Section> {
  const measured: [string, Awaited<ReturnType<typeof ownCpuOver>>][] = [];
  for (const [name, headers] of Object.entries(stubs)) {
    measured.push([name, await ownCpuOver(async () => new Response(body, { headers }), isShort)]);
  }
  const names = [...(measured[0]?.[1].keys() ?? [])];
  return {
    title: "The client's own work",
    method:
      `The platform's fetch is replaced by a stub that immediately returns one lead (${Buffer.byteLength(body)} bytes), so ` +
      `that only the client's own work remains: the CPU time of ${CALLS} calls minus that of the stub alone with ` +
      "Response.json(), per call, interleaved as above.",
    figures: measured.map(([name, cpu]) => ({
      what: `own CPU per call on a stubbed fetch, ${name}, over openapi-fetch`,
      measured: (cpu.get(OURS)?.value ?? Number.NaN) / (cpu.get("openapi-fetch")?.value ?? Number.NaN),
      unit: "x",
      goal: { atMost: 0.5, allowance: 0.1 },
    })),
    table: {
      head: ["client", ...measured.map(([name]) => `µs per call, ${name}`)],
      rows: names.map((name) => [
        name,
        ...measured.map(([, cpu]) => {
          const estimate = cpu.get(name);
          return estimate ? formatEstimate(estimate) : "";
        }),
      ]),
    },
  };
}

async function ownCpuOver(fetch: typeof globalThis.fetch, isShort: boolean) {
  const setUp = { baseUrl: "http://127.0.0.1:9", fetch };
  const clients: Record<string, ComparedClient> = {
    [BASE]: globalFetch(setUp),
    [OURS]: ourClient(setUp),
    "openapi-fetch": openapiFetch(setUp),
    ...(isShort ? {} : otherClients(setUp)),
  };
  const candidates = Object.entries(clients).map(([name, client]) => {
    const run = async () => {
      for (let call = 0; call < CALLS; call += 1) await client.getLead(lead.id);
    };
    return [name, run] as const;
  });
  const samples = await interleaved(Object.fromEntries(candidates), {
    warmUp: 40,
    measured: isShort ? 100 : 300,
  });
  const perCall = (name: string) => samplesOf(samples, name).cpu.map((us) => us / CALLS);
  const others = Object.keys(clients).filter((name) => name !== BASE);
  return new Map(others.map((name) => [name, differenceEstimate(perCall(name), perCall(BASE))]));
}

function otherClients(setUp: ClientSetUp): Record<string, ComparedClient> {
  return {
    ofetch: ofetchClient(setUp),
    ky: kyClient(setUp),
    axios: axiosClient(setUp),
    "openai (get)": openaiClient(setUp),
  };
}

sendToParent(await ownCpu(readTask<RunOptions>()));
