// Compiled without skipLibCheck and run in a project outside the repository, against the packed tarballs.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { actions, bindActions, credential, manifest } from "@modulex-instantly/actions";
import actionsJson from "@modulex-instantly/actions/actions.json" with { type: "json" };
import modulexJson from "@modulex-instantly/actions/modulex.json" with { type: "json" };
import {
  createInstantlyClient,
  createRateLimiter,
  isInstantlyError,
  type Page,
  toEnvelope,
} from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import type { Campaign, CreateLeadListInput, Lead } from "@modulex-instantly/types";
import openapi from "@modulex-instantly/types/openapi.json" with { type: "json" };

function expect(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected ${what}`);
}

const lead = { id: "0198a1b2-0000-7000-8000-000000000001", email: "priya@tidewater.example.com", status: 1 };
const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.method === "GET" ? lead : { items: [lead], next_starting_after: lead.id }));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

try {
  const client = createInstantlyClient({ apiKey: "packed-consumer", baseUrl, sendEvidence: sendEvidence() });
  const page: Page<Lead> = await client.leads.list({ limit: 1 });
  expect(page.items[0]?.email === lead.email, "a lead through the client");
  const envelope = await toEnvelope(client.leads.get(".."));
  expect(!envelope.success && isInstantlyError(envelope.cause, "invalid_request"), "a rejected path id");

  const result = await bindActions({ client }).get_lead({ lead_id: lead.id });
  expect(result.success && result.email_address === lead.email, `a lead through the action, got ${result.error}`);
  expect(Object.keys(actions).length >= 13, "the 13 actions of the contract, or more");
  const listed = [manifest, actionsJson, modulexJson].map((each) => each.actions.map(({ name }) => name).join());
  expect(
    listed.every((names) => names === Object.keys(actions).join()),
    "the same actions in the manifest and in both files",
  );
  expect(credential.environmentVariable === "INSTANTLY_API_KEY", "the credential");
  expect(Object.keys(openapi.paths).length > 0, "the document");

  const store = redisRateLimitStore({ redis: { call: async () => 0 }, workspace: "w" });
  const shared = createInstantlyClient({ apiKey: "packed", baseUrl, rateLimiter: createRateLimiter({ store }) });
  expect((await shared.leads.get(lead.id)).id === lead.id, "a lead through a shared limiter");

  const list: CreateLeadListInput = { name: "Berlin founders" };
  // @ts-expect-error a misspelt key is a compile error
  const misspelt: CreateLeadListInput = { nmae: "Berlin founders" };
  const campaignName = (campaign: Campaign): string => campaign.name;
  expect(typeof campaignName === "function" && list !== misspelt, "types that compile");
  console.log("the packed packages work");
} finally {
  server.close();
}
