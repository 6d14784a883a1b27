import ky from "ky";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** ky with retries for the methods that it considers idempotent, or also for POST. */
export function kyClient(
  { baseUrl, timeoutMs, fetch }: ClientSetUp,
  retry: { readonly methods?: string[] } = {},
): ComparedClient {
  const client = ky.create({
    headers: { authorization: `Bearer ${benchKey}` },
    retry,
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    ...(fetch ? { fetch } : {}),
  });
  return comparedClient((method, path, body) => {
    const url = `${baseUrl}${path}`;
    return client(url, body ? { method, json: body } : { method }).json();
  });
}
