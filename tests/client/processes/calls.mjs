// Makes reads and a write against each of several servers at once and prints how they ended; a test watches whether the
// process survives. Arguments: how requests are sent, then the URLs of the servers.
import { runAction } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { nodeTransport, sendEvidence } from "@modulex-instantly/client/node";
import nodeFetch from "node-fetch";

const [sending, ...urls] = process.argv.slice(2);

/** Fails after every attempt was given up. */
const late = () =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error("late")), 800);
  });
const lateBody = (status) =>
  new Response(new ReadableStream({ pull: (controller) => late().catch((error) => controller.error(error)) }), {
    status,
    headers: { "content-type": "application/json" },
  });
const throws = () => {
  throw new Error("a hook");
};

const options = {
  blind: {},
  "node transport": { transport: nodeTransport() },
  evidence: { sendEvidence: sendEvidence() },
  "node-fetch": { fetch: nodeFetch },
  "failing hooks": {
    hooks: { onRequest: throws, onResponse: () => Promise.reject(new Error("a hook")), onRetry: throws },
  },
  "a fetch that fails late": { fetch: late },
  "a body that fails late": { fetch: async () => lateBody(200) },
  "the body of an error response that fails late": { fetch: async () => lateBody(400) },
}[sending];

async function callsOf(baseUrl) {
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl,
    retry: { maxRetries: 1, baseDelayMs: 1, minDelayMs: 1 },
    timeouts: { readAttemptMs: 600, writeAttemptMs: 600, overallMs: 1_500 },
    ...options,
  });
  const aborted = new AbortController();
  setTimeout(() => aborted.abort(), 300);
  const [read, write, action] = await Promise.all([
    client.leads.get("lead-1").catch(({ code }) => code),
    client.campaigns.activate("c-1", { signal: aborted.signal }).catch(({ outcome }) => outcome),
    runAction("get_lead", { lead_id: "lead-1" }, { client }),
  ]);
  return { read, write, success: action.success };
}

const ended = await Promise.all(urls.map(callsOf));
// The rest of a response may fail later, when its connection ends.
await new Promise((resolve) => setTimeout(resolve, 500));
console.log(JSON.stringify(ended));
process.exit();
