import OpenAI from "openai";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

/** The core of OpenAI's client, with its generic `get` and `post`. */
export function openaiClient({ baseUrl, timeoutMs, fetch }: ClientSetUp): ComparedClient {
  const client = new OpenAI({
    apiKey: benchKey,
    baseURL: baseUrl,
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    ...(fetch ? { fetch } : {}),
  });
  return comparedClient((method, path, body) =>
    method === "GET" ? client.get(path) : client.post(path, { body: body ?? {} }),
  );
}
