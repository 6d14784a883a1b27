import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeyApi } from "./support/key-api.ts";
import { startKeyApi } from "./support/key-api.ts";
import { connectV1, connectV2 } from "./support/mcp-clients.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";

let api: KeyApi;
let server: HttpMcp;
const env = () => ({ INSTANTLY_BASE_URL: api.url, INSTANTLY_API_KEY: "key-of-a-workspace" });

beforeAll(async () => {
  api = await startKeyApi();
  server = await startHttpMcp([], { INSTANTLY_BASE_URL: api.url });
});
afterAll(async () => {
  await server.stop();
  await api.close();
});

test.each([
  ["stdio, revision of 2025", () => connectV1({ args: [], env: env() })],
  ["stdio, revision of 2026", () => connectV2({ args: [], env: env() })],
  ["HTTP, revision of 2025", () => connectV1({ url: server.url, headers: { authorization: "Bearer key-1" } })],
  ["HTTP, revision of 2026", () => connectV2({ url: server.url, headers: { authorization: "Bearer key-2" } })],
])("a call that waits for a rate limit reports it: %s", async (_, connect) => {
  const client = await connect();
  api.respondWith({ status: 429, headers: { "retry-after": "1" } });
  const messages: string[] = [];
  const { structuredContent } = await client.call("list_campaigns", {}, (message) => messages.push(message));
  expect(structuredContent).toMatchObject({ success: true });
  expect(messages[0]).toMatch(/^list_campaigns waits \d+ s for the rate limit of Instantly$/);
  await client.close();
});

test("without a request for progress, nothing is reported", async () => {
  const client = await connectV2({ args: [], env: env() });
  api.respondWith({ status: 429, headers: { "retry-after": "1" } });
  expect((await client.call("list_campaigns")).structuredContent).toMatchObject({ success: true });
  await client.close();
});
