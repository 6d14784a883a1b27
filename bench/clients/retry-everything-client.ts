import { setTimeout } from "node:timers/promises";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { globalFetch } from "./fetch-client.ts";

const REPEATS = 2;
const PAUSE_MS = 250;

/** A naive retry loop: any failed call is retried, at most twice. */
export function retryEverything(setUp: ClientSetUp): ComparedClient {
  const once = globalFetch(setUp);
  const repeated = async (call: () => Promise<unknown>) => {
    for (let repeats = 0; ; repeats += 1) {
      try {
        return await call();
      } catch (error) {
        if (repeats >= REPEATS) throw error;
        await setTimeout(PAUSE_MS * 2 ** repeats);
      }
    }
  };
  return {
    getLead: (id) => repeated(() => once.getLead(id)),
    listLeads: (filter) => repeated(() => once.listLeads(filter)),
    reply: (reply) => repeated(() => once.reply(reply)),
  };
}
