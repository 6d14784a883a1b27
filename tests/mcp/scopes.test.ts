import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectV2 } from "./support/mcp-clients.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";
import { listedNames, postMcp } from "./support/post-mcp.ts";

let sandbox: RunningSandbox;
let server: HttpMcp;

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startHttpMcp(["--allow", "create_lead_list"], { INSTANTLY_BASE_URL: sandbox.url });
});
afterAll(async () => {
  await server.stop();
  await sandbox.close();
});

test("a tool that the scopes of a key do not allow is not offered once that is known, for this key only", async () => {
  const readOnly = { authorization: `Bearer ${sandbox.keys.readOnly}` };
  const complete = { authorization: `Bearer ${sandbox.keys.full}` };
  expect(await listedNames(server.url, readOnly)).toContain("create_lead_list");
  const call = { name: "create_lead_list", arguments: { name: "Berlin founders" } };
  const { message } = await postMcp(server.url, "tools/call", call, readOnly);
  expect(message.result).toMatchObject({ isError: true });
  expect(JSON.stringify(message.result)).toMatch(/forbidden, HTTP 403, outcome: rejected/);
  expect(await listedNames(server.url, readOnly)).not.toContain("create_lead_list");
  expect(await listedNames(server.url, complete)).toContain("create_lead_list");
});

test("a client over stdio is told that the list has changed", async () => {
  const env = { INSTANTLY_API_KEY: sandbox.keys.readOnly, INSTANTLY_BASE_URL: sandbox.url };
  const client = await connectV2({ args: ["--allow", "create_lead_list"], env }, undefined, "legacy");
  const before = await client.listTools();
  await client.call("create_lead_list", { name: "Berlin founders" });
  await expect.poll(client.changes).toBe(1);
  const after = await client.listTools();
  const namesOf = (tools: readonly { readonly name: string }[]) => tools.map(({ name }) => name);
  expect(namesOf(before)).toContain("create_lead_list");
  expect(namesOf(after)).toEqual(namesOf(before).filter((name) => name !== "create_lead_list"));
  await client.close();
});
