import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import type { ServerContext } from "@modelcontextprotocol/server";
import { McpServer } from "@modelcontextprotocol/server";
import { actionList, actions } from "@modulex-instantly/actions";
import type { McpOptions } from "@modulex-instantly/actions/mcp";
import { registerActions } from "@modulex-instantly/actions/mcp";
import { describe, expect, test } from "vitest";
import { everyAction } from "../../actions/every-action.ts";
import { DID_YOU_MEAN, rehearse } from "../support/rehearsal.ts";

const names = actionList.map(({ name }) => name);

async function connected(server: McpServer): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  await server.connect(far);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(near);
  return client;
}

async function withActions(options: McpOptions<ServerContext>): Promise<Client> {
  const server = new McpServer({ name: "instantly", version: "1" });
  registerActions(server, options);
  return connected(server);
}

test("tools/list has every action with title, hints and schemas without references", async () => {
  const client = await withActions({ context: {} });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(names);
  for (const tool of tools) {
    const action = actions[tool.name as keyof typeof actions];
    expect(tool).toMatchObject({ title: action.title, annotations: action.annotations });
    expect(tool.inputSchema).toEqual({ ...action.inputSchema });
    expect(Object.keys(tool.outputSchema?.["properties"] ?? {})).toEqual(Object.keys(action.outputSchema.properties));
  }
  expect(JSON.stringify(tools)).not.toMatch(/\$ref|\$defs|~standard/);
  const lean = await withActions({ context: {}, outputSchemas: false });
  expect((await lean.listTools()).tools.every(({ outputSchema }) => outputSchema === undefined)).toBe(true);
});

test("every action runs; each result, also of a failure, matches the output schema that the client validates", async () => {
  const { context } = await rehearse();
  const client = await withActions({ context, approve: () => true });
  await client.listTools();
  let successes = 0;
  for (const { name, input } of everyAction) {
    const { structuredContent, isError, content } = await client.callTool({ name, arguments: { ...input } });
    expect(actions[name].outputSchema["~standard"].validate(structuredContent)).toEqual({ value: structuredContent });
    expect(structuredContent).toMatchObject({ success: !isError });
    expect(content).toEqual([{ type: "text", text: JSON.stringify(structuredContent) }]);
    successes += isError ? 0 : 1;
  }
  expect(successes).toBeGreaterThan(3);
});

test("bad input leads to the action's own result with our message", async () => {
  const { context, requests } = await rehearse();
  const client = await withActions({ context });
  await client.listTools();
  const result = await client.callTool({ name: "list_leads", arguments: { limt: 5 } });
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result.content)).toMatch(DID_YOU_MEAN);
  expect(actions.list_leads.outputSchema["~standard"].validate(result.structuredContent)).toEqual({
    value: result.structuredContent,
  });
  expect(requests).toEqual([]);
});

describe("approval", () => {
  test("without a person a reply is refused", async () => {
    const { context, reply, repliesSent } = await rehearse();
    const client = await withActions({ context });
    const { structuredContent } = await client.callTool({ name: "reply_to_email", arguments: reply });
    expect(structuredContent).toMatchObject({
      success: false,
      error: expect.stringContaining("a person must approve it"),
    });
    expect(repliesSent()).toBe(0);
  });

  test.each([true, false])("the person decides %s, with the context of the request", async (decision) => {
    const { context, reply, repliesSent } = await rehearse();
    const shown: unknown[] = [];
    const client = await withActions({
      context: (call) => (call.mcpReq.method === "tools/call" ? context : {}),
      approve: async ({ name, input }, call) => {
        shown.push([name, input, call.mcpReq.method]);
        return decision;
      },
    });
    const { structuredContent } = await client.callTool({ name: "reply_to_email", arguments: reply });
    expect(structuredContent).toMatchObject({ success: decision });
    expect(shown).toEqual([["reply_to_email", reply, "tools/call"]]);
    expect(repliesSent()).toBe(decision ? 1 : 0);
  });
});

test("the client's cancellation aborts the action", async () => {
  const { context } = await rehearse();
  let isAborted = false;
  const waiting: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => {
        isAborted = true;
        reject(init.signal?.reason);
      });
    });
  const client = await withActions({ context: { ...context, fetch: waiting } });
  const controller = new AbortController();
  const call = client.callTool({ name: "list_leads", arguments: {} }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 200);
  await expect(call).rejects.toThrow();
  await expect.poll(() => isAborted).toBe(true);
});

test("the schemas alone: all of them register in a loop, and our message reaches the model", async () => {
  const { context } = await rehearse();
  const server = new McpServer({ name: "instantly", version: "1" });
  for (const { name, title, description, inputSchema, outputSchema, annotations, run } of actionList) {
    server.registerTool(name, { title, description, inputSchema, outputSchema, annotations }, async (input) => {
      const structuredContent = await run(input, context);
      const content = [{ type: "text" as const, text: JSON.stringify(structuredContent) }];
      return { content, structuredContent, isError: !structuredContent.success };
    });
  }
  const client = await connected(server);
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(names);
  expect((await client.callTool({ name: "list_campaigns", arguments: { limit: 5 } })).structuredContent).toMatchObject({
    success: true,
  });
  const invalid = await client.callTool({ name: "list_leads", arguments: { limt: 5 } });
  expect(JSON.stringify(invalid.content)).toMatch(/did you mean \\*"limit/);
});
