import { createFetch, ofetch } from "ofetch";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** ofetch. */
export function ofetchClient({ baseUrl, timeoutMs, fetch }: ClientSetUp): ComparedClient {
  const client = (fetch ? createFetch({ fetch, Headers, AbortController }) : ofetch).create({
    headers: { authorization: `Bearer ${benchKey}` },
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  return comparedClient((method, path, body) => client(`${baseUrl}${path}`, body ? { method, body } : { method }));
}
