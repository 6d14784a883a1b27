// Bundled for the browser and run with only the globals of the web.
import { manifest, runAction } from "@modulex-instantly/actions";
import { createInstantlyClient, isInstantlyError, toEnvelope } from "@modulex-instantly/client";

export async function use(baseUrl: string): Promise<string> {
  const apiKey = "bundled-consumer";
  const client = createInstantlyClient({ apiKey, baseUrl });
  const found: string[] = [];
  for await (const lead of client.leads.iterate({ limit: 1 })) found.push(String(lead.id));
  if (found.join() !== "first") return `iterate: ${found}`;

  const result = await runAction("get_lead", { lead_id: "lead-1" }, { client });
  if (!result.success || result.id !== "lead-1") return `get_lead: ${JSON.stringify(result)}`;
  if (manifest.actions.length < 13) return `${manifest.actions.length} actions`;

  const raw = await client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "lead-2" } } });
  if (raw.data?.id !== "lead-2") return `raw: ${JSON.stringify(raw.data)}`;

  const envelope = await toEnvelope(client.leads.get(".."));
  if (envelope.success || !isInstantlyError(envelope.cause, "invalid_request")) return "the path id was not rejected";
  return "the bundle works";
}
