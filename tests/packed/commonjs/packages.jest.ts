import { runAction } from "@modulex-instantly/actions";
import { anthropicTools } from "@modulex-instantly/actions/anthropic";
import { createInstantlyClient, isInstantlyError, responseOf } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";

// What could differ when Jest transforms the packages: subpaths, shared state between packages, and files loaded on demand.

test("the actions know the errors of the client, and the client its own", async () => {
  const fetch = async () => Response.json({ message: "no" }, { status: 403 });
  const client = createInstantlyClient({ apiKey: "key", fetch, sendEvidence: sendEvidence() });
  const result = await runAction("get_lead", { lead_id: "a" }, { client });
  expect(result.error).toContain("forbidden, HTTP 403");
  const error: unknown = await client.leads.get("a").catch((thrown: unknown) => thrown);
  expect(isInstantlyError(error, "forbidden")).toBe(true);
  expect(responseOf(error)?.status).toBe(403);
  expect(anthropicTools().length).toBeGreaterThanOrEqual(13);
});

test("reconcile, which is loaded on demand", async () => {
  const fetch = async (_: unknown, init?: RequestInit) => {
    if (init?.method === "POST") throw new TypeError("fetch failed");
    return Response.json({ items: [] });
  };
  const client = createInstantlyClient({ apiKey: "key", fetch: fetch as typeof globalThis.fetch });
  const error: unknown = await client.leadLists.create({ name: "Berlin" }).catch((thrown: unknown) => thrown);
  expect(["not_applied", "undetermined"]).toContain(await client.reconcile(error, { settleMs: 0 }));
});
