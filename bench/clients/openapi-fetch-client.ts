import type { paths } from "@modulex-instantly/types";
import createClient from "openapi-fetch";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey } from "./compared-client.ts";

/** openapi-fetch, on which the `raw` client is built. */
export function openapiFetch({ baseUrl, timeoutMs, fetch }: ClientSetUp): ComparedClient {
  const client = createClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${benchKey}` },
    ...(fetch ? { fetch } : {}),
  });
  const limit = () => (timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) });
  return {
    getLead: (id) => succeeded(client.GET("/api/v2/leads/{id}", { params: { path: { id } }, ...limit() })),
    listLeads: (filter) => succeeded(client.POST("/api/v2/leads/list", { body: filter, ...limit() })),
    reply: (reply) => succeeded(client.POST("/api/v2/emails/reply", { body: reply as never, ...limit() })),
  };
}

async function succeeded(call: Promise<{ readonly data?: unknown; readonly response: Response }>): Promise<unknown> {
  const { data, response } = await call;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return data;
}
