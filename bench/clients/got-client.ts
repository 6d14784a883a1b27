import { Agent } from "node:http";
import { got } from "got";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** got with keep-alive. */
export function gotClient({ baseUrl, timeoutMs }: ClientSetUp): ComparedClient {
  const client = got.extend({
    agent: { http: new Agent({ keepAlive: true }) },
    headers: { authorization: `Bearer ${benchKey}` },
    ...(timeoutMs === undefined ? {} : { timeout: { request: timeoutMs } }),
  });
  return comparedClient((method, path, body) =>
    client(`${baseUrl}${path}`, { method, ...(body ? { json: body } : {}) }).json(),
  );
}
