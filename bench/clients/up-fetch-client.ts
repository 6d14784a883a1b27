import { up } from "up-fetch";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** up-fetch. */
export function upFetchClient({ baseUrl, timeoutMs, fetch: given = fetch }: ClientSetUp): ComparedClient {
  const client = up(given, () => ({
    baseUrl,
    headers: { authorization: `Bearer ${benchKey}` },
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  }));
  return comparedClient((method, path, body) => client(path, body ? { method, body } : { method }));
}
