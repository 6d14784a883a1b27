import { Octokit } from "@octokit/core";
import { paginateRest } from "@octokit/plugin-paginate-rest";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import Bottleneck from "bottleneck";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { benchKey, comparedClient } from "./compared-client.ts";

const GuardedOctokit = Octokit.plugin(paginateRest, retry, throttling);

/** octokit's core with its plugins for pages, retries and throttling. Its limits for GitHub are lifted, so that no call waits. */
export function octokitClient({ baseUrl, fetch }: ClientSetUp): ComparedClient {
  const unlimited = () => new Bottleneck.Group({ maxConcurrent: 100 });
  const groups = { global: unlimited(), write: unlimited() };
  const octokit = new GuardedOctokit({
    auth: benchKey,
    baseUrl,
    throttle: {
      onRateLimit: () => false,
      onSecondaryRateLimit: () => false,
      ...groups,
    },
    ...(fetch ? { request: { fetch } } : {}),
  });
  return comparedClient(async (method, path, body) => (await octokit.request(`${method} ${path}`, { ...body })).data);
}
