import { Agent } from "node:http";
import axios from "axios";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** axios over Node's http with keep-alive, or over a stub of `fetch`. */
export function axiosClient({ baseUrl, timeoutMs, fetch }: ClientSetUp): ComparedClient {
  const client = axios.create({
    headers: { authorization: `Bearer ${benchKey}` },
    ...(fetch ? { adapter: "fetch" as const, env: { fetch } } : { httpAgent: new Agent({ keepAlive: true }) }),
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  return comparedClient(async (method, path, body) => {
    const { data } = await client.request<unknown>({
      method,
      url: `${baseUrl}${path}`,
      ...(body ? { data: body } : {}),
    });
    return data;
  });
}
