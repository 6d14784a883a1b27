import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { createInstantlyClient } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";
import { machineClock } from "../../redis/machine-clock.ts";

/** The first message of the process. */
export interface StartedSandbox {
  readonly url: string;
  readonly key: string;
}

/** What the sandbox has received and stored. */
export interface SandboxReport {
  /** When each request was sent, if the process that sent it loads `stamp-requests.ts`; in milliseconds of `machineClock`. */
  readonly sentAt: readonly number[];
  /** When each request arrived. */
  readonly arrivedAt: readonly number[];
  /** The addresses of all leads. */
  readonly emails: readonly string[];
  readonly creates: number;
  /** Creates that stored a lead. The others were for addresses that the list had already. */
  readonly stored: number;
}

process.on("disconnect", () => process.exit());
const [sentAt, arrivedAt]: [number[], number[]] = [[], []];
subscribe("http.server.request.start", (message) => {
  const { request } = message as { request: IncomingMessage };
  if (!request.url?.startsWith("/api/")) return;
  arrivedAt.push(machineClock());
  const stamp = request.headers["x-sent-at"];
  if (stamp !== undefined) sentAt.push(Number(stamp));
});

const sandbox = await startSandbox({ scenario: "empty", limits: "off" });
process.on("message", async () => {
  const { createLead } = sandbox.journal().operations;
  const leads = createInstantlyClient({ ...sandbox.clientOptions, rateLimiter: false }).leads.iterate({ limit: 100 });
  const emails: string[] = [];
  for await (const { email } of leads) emails.push(String(email));
  const { requests: creates, effects: stored } = createLead;
  process.send?.({ sentAt, arrivedAt, emails, creates, stored } satisfies SandboxReport);
});
process.send?.({ url: sandbox.url, key: sandbox.keys.full } satisfies StartedSandbox);
