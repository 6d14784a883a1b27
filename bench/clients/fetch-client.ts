import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** The platform's `fetch`, used directly. The cause of an error response is its status. */
export function globalFetch({ baseUrl, timeoutMs, fetch: given = fetch }: ClientSetUp): ComparedClient {
  return comparedClient(async (method, path, body) => {
    const response = await given(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${benchKey}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`, { cause: response.status });
    return response.json();
  });
}
