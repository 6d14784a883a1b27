// The same packages from CommonJS, compiled and run: Node >= 20.19 can require ES modules.
import actions = require("@modulex-instantly/actions");
import client = require("@modulex-instantly/client");
import node = require("@modulex-instantly/client/node");
import redis = require("@modulex-instantly/client/redis");

import type { Lead } from "@modulex-instantly/types" with { "resolution-mode": "import" };

const answered = { id: "lead-1", email: "priya@tidewater.example.com" };
const instantly = client.createInstantlyClient({
  apiKey: "required-consumer",
  fetch: async () => Response.json(answered),
  sendEvidence: node.sendEvidence(),
});

async function use(): Promise<void> {
  const lead: Lead = await instantly.leads.get("lead-1");
  if (lead.email !== answered.email) throw new Error("expected a lead through require()");
  const result = await actions.runAction("get_lead", { lead_id: "lead-1" }, { client: instantly });
  if (!result.success) throw new Error(`expected an action through require(), got ${result.error}`);
  if (typeof redis.redisRateLimitStore !== "function") throw new Error("expected the Redis store");
  console.log("the packed packages work through require()");
}

use().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
