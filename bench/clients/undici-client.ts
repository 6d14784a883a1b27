import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** `request` of undici, the lowest level at which Node makes a call. */
export function undiciRequest({ baseUrl, timeoutMs }: ClientSetUp): ComparedClient {
  const limits = timeoutMs === undefined ? {} : { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const ready = undici().then(({ Agent, request }) => ({ request, dispatcher: new Agent(limits) }));
  return comparedClient(async (method, path, body) => {
    const { request, dispatcher } = await ready;
    const response = await request(`${baseUrl}${path}`, {
      dispatcher,
      method,
      headers: { authorization: `Bearer ${benchKey}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.statusCode >= 400) throw new Error(`HTTP ${response.statusCode}`);
    return response.body.json();
  });
}

/** Loads undici after the platform's fetch, which would otherwise share the connections of this undici. */
async function undici() {
  await fetch("data:,");
  return import("undici");
}
