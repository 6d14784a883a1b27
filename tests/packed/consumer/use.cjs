// The same packages from CommonJS, type-checked and run: Node >= 20.19 can require ES modules.
const { runAction } = require("@modulex-instantly/actions");
const { createInstantlyClient } = require("@modulex-instantly/client");
const { sendEvidence } = require("@modulex-instantly/client/node");
const { redisRateLimitStore } = require("@modulex-instantly/client/redis");

const expected = { id: "lead-1", email: "priya@tidewater.example.com" };
const client = createInstantlyClient({
  apiKey: "required-consumer",
  fetch: async () => Response.json(expected),
  sendEvidence: sendEvidence(),
});

async function use() {
  const lead = await client.leads.get("lead-1");
  if (lead.email !== expected.email) throw new Error("expected a lead through require()");
  // @ts-expect-error the types reach CommonJS, too
  lead.emial;
  const result = await runAction("get_lead", { lead_id: "lead-1" }, { client });
  if (!result.success) throw new Error(`expected an action through require(), got ${result.error}`);
  if (typeof redisRateLimitStore !== "function") throw new Error("expected the Redis store");
  console.log("the packed packages work through require()");
}

use().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
