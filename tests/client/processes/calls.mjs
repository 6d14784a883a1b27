// Makes reads and a write against each of several servers at once and prints how they ended; a test watches whether the
// process survives. Arguments: "evidence" or "blind", then the URLs of the servers.
import { runAction } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";

const [evidence, ...urls] = process.argv.slice(2);

async function callsOf(baseUrl) {
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl,
    retry: { maxRetries: 1, baseDelayMs: 1, minDelayMs: 1 },
    timeouts: { readAttemptMs: 600, writeAttemptMs: 600, overallMs: 1_500 },
    ...(evidence === "evidence" ? { sendEvidence: sendEvidence() } : {}),
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
// What is left behind of a response may fail later, when its connection ends.
await new Promise((resolve) => setTimeout(resolve, 300));
console.log(JSON.stringify(ended));
process.exit();
