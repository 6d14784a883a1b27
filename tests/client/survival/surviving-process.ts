import { runInNewContext } from "node:vm";
import { runAction } from "@modulex-instantly/actions";
import type { InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import nodeFetch from "node-fetch";
import { codings, deadlyResponses } from "./deadly-responses.ts";
import { startRawServer } from "./raw-server.ts";
import type { Survival } from "./survival.ts";

// Run as a process of its own, because what is looked for ends one. It prints what it survived as JSON.

const noise: string[] = [];
let label = "";
for (const event of ["uncaughtException", "unhandledRejection", "warning"] as const) {
  process.on(event, (thrown: unknown) => void noise.push(`${label}: ${event}: ${String(thrown)}`));
}
const survivals: Survival[] = [];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const reply = { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } };
const acts: Readonly<Record<string, (client: InstantlyClient, signal?: AbortSignal) => Promise<unknown>>> = {
  read: ({ leads }, signal) => leads.get("id-1", { signal }),
  reply: ({ emails }, signal) => emails.reply(reply, { signal }),
  action: (client, signal) => runAction("get_lead", { lead_id: "id-1" }, { client, ...(signal ? { signal } : {}) }),
};
const variants: Readonly<Record<string, Partial<InstantlyClientOptions>>> = {
  plain: {},
  "with evidence": { sendEvidence: sendEvidence() },
  "over node-fetch": { fetch: nodeFetch as unknown as typeof fetch },
  "with hooks that fail": {
    hooks: {
      onRequest: () => {
        throw new Error("a hook");
      },
      onResponse: () => Promise.reject(new Error("a hook")) as unknown as undefined,
      onRetry: () => runInNewContext("Promise.reject(new Error('a hook of another realm'))"),
    },
  },
};

async function survive(
  name: string,
  origin: string,
  options: Partial<InstantlyClientOptions> | undefined,
  act: keyof typeof acts,
  abortMs?: number,
): Promise<void> {
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl: origin,
    rateLimiter: false,
    retry: { maxRetries: 1, baseDelayMs: 1, minDelayMs: 1, rateLimitDelaysMs: [1] },
    timeouts: { readAttemptMs: 120, writeAttemptMs: 120 },
    ...options,
  });
  const controller = new AbortController();
  if (abortMs !== undefined) setTimeout(() => controller.abort(), abortMs);
  const ending: unknown = await acts[act]?.(client, controller.signal).catch((error: unknown) => error);
  const error = isInstantlyError(ending) ? ending : undefined;
  survivals.push({ name: `${act}, ${name}`, code: error?.code, outcome: error?.outcome });
}

let turn = 0;
/** Responses whose bodies break off, to a client that waits, gives up, or is aborted at any time. */
for (const coding of Object.keys(codings)) {
  for (const status of ["200 OK", "400 Bad Request", "503 Busy"]) {
    label = `${coding}, ${status}`;
    turn += 1;
    const runs = deadlyResponses(status, coding).map(async ({ name, play }, index) => {
      const server = await startRawServer(play);
      const [variant = "", options] = Object.entries(variants)[index % 4] ?? [];
      const act = Object.keys(acts)[(index >> 2) % 3] ?? "";
      const abortMs = [undefined, undefined, 5, 22][(index + turn) % 4];
      await survive(`${coding}, ${name}, ${variant}, abort ${abortMs}`, server.origin, options, act, abortMs);
      await pause(50);
      await server.close();
    });
    await Promise.all(runs);
    await pause(20);
  }
}

/** Any `fetch` whose promise, or whose body, fails long after its attempt was given up. */
const late = (): Promise<never> => pause(200).then(() => Promise.reject(new Error("late")));
const lateBody = () =>
  new Response(new ReadableStream({ pull: (controller) => late().catch((error) => controller.error(error)) }));
for (const [name, fetch] of [
  ["a fetch that rejects late", late],
  ["a body that fails late, after a 200", async () => lateBody()],
  ["the words of a 400 that fail late", async () => new Response(lateBody().body, { status: 400 })],
] as const) {
  label = name;
  await Promise.all(Object.keys(acts).map((act) => survive(name, "http://127.0.0.1:9", { fetch }, act, undefined)));
  await pause(300);
}

process.stdout.write(JSON.stringify({ noise, survivals }));
