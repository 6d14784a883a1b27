import type { ActionContext, ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { aiSdkTools } from "@modulex-instantly/actions/ai-sdk";
import { anthropicRunnableTools, runToolUse } from "@modulex-instantly/actions/anthropic";
import { langchainTools } from "@modulex-instantly/actions/langchain";
import type { ToolRegistry } from "@modulex-instantly/actions/mcp";
import { registerActions } from "@modulex-instantly/actions/mcp";
import { runChatCall, runResponsesCall } from "@modulex-instantly/actions/openai";
import { openaiAgentsTools } from "@modulex-instantly/actions/openai-agents";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { PlannedFault } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { actionCases } from "../contract/action-cases.ts";
import { injectedFaults } from "../support/injected-faults.ts";

// What every adapter returns for every action and every fault. tests/agents runs the adapters in the real frameworks.

/** The result of an action, as the host receives it, and whether the host is told that it failed. */
interface Received {
  readonly output: unknown;
  readonly isFailure?: boolean;
}

type Surface = (name: ActionName, input: object, context: ActionContext) => Promise<Received>;

const approve = () => true;
const json = (text: unknown): unknown => JSON.parse(String(text));

class Tool {
  readonly name: string;
  readonly func: (input: unknown, manager?: unknown, config?: object) => Promise<unknown>;
  constructor(fields: { name: string; func: Tool["func"] }) {
    this.name = fields.name;
    this.func = fields.func;
  }
}

class Message {
  readonly fields: { readonly content: string; readonly status: string };
  constructor(fields: Message["fields"]) {
    this.fields = fields;
  }
}

const surfaces: Readonly<Record<string, Surface>> = {
  mcp: async (name, input, context) => {
    let run: Parameters<ToolRegistry<object>["registerTool"]>[2] | undefined;
    const server: ToolRegistry<object> = {
      registerTool: (_name, _config, registered) => {
        run = registered;
      },
    };
    registerActions(server, { context, only: [name], approve });
    const result = await run?.(input, {});
    expect(json(result?.content[0]?.text)).toEqual(result?.structuredContent);
    return { output: result?.structuredContent, isFailure: result?.isError === true };
  },
  "ai-sdk": async (name, input, context) => {
    const { execute } = aiSdkTools(context)[name] as { execute: (input: object, call: object) => Promise<unknown> };
    return { output: await execute(input, {}) };
  },
  responses: async (name, input, context) => {
    const call = { name, arguments: JSON.stringify(input), call_id: "1" };
    return { output: json((await runResponsesCall(call, context, { approve })).output) };
  },
  chat: async (name, input, context) => {
    const call = { id: "1", function: { name, arguments: JSON.stringify(input) } };
    return { output: json((await runChatCall(call, context, { approve })).content) };
  },
  "openai-agents": async (name, input, context) => {
    const [tool] = openaiAgentsTools((options) => options, context, { only: [name] });
    return { output: await tool?.execute(input) };
  },
  anthropic: async (name, input, context) => {
    const result = await runToolUse({ id: "1", name, input }, context, { approve });
    return { output: json(result.content), isFailure: result.is_error };
  },
  langchain: async (name, input, context) => {
    const classes = { DynamicStructuredTool: Tool, ToolMessage: Message };
    const [tool] = langchainTools(classes, context, { only: [name], approve });
    const message = (await tool?.func(input, undefined, { toolCall: { id: "1" } })) as Message;
    return { output: json(message.fields.content), isFailure: message.fields.status === "error" };
  },
};

const ajv = new Ajv2020({ strict: false });
const names = Object.keys(actions) as ActionName[];
const schemas = new Map(names.map((name) => [name, ajv.compile({ ...actions[name].outputSchema })]));

function contextWith(fault?: PlannedFault["fault"]): ActionContext {
  const sandbox = createSandbox({ limits: "off" });
  for (const name of names) if (fault) sandbox.plan({ operation: name, times: 100, fault });
  const { fetch, keys } = sandbox;
  return { client: createInstantlyClient({ apiKey: keys.full, fetch, retry: false, rateLimiter: false }) };
}

function inputFor(name: ActionName): Record<string, unknown> {
  const found = Object.values(actionCases).find((one) => one.name === name);
  if (!found) throw new Error(`${name} has no case`);
  return { ...found.input };
}

test("there is a surface for every adapter", () => {
  expect(Object.keys(surfaces)).toHaveLength(7);
  expect(names.length).toBeGreaterThanOrEqual(13);
});

describe.each(Object.entries(surfaces))("%s returns a valid result for every action after", (_, surface) => {
  test.each(injectedFaults)("%s", async (_name, fault) => {
    const context = contextWith(fault);
    for (const name of names) {
      const { output, isFailure = true } = await surface(name, inputFor(name), context);
      const validate = schemas.get(name);
      expect([name, validate?.(output), validate?.errors]).toEqual([name, true, null]);
      const { success, error } = output as { success: boolean; error: string };
      expect([name, success, isFailure]).toEqual([name, false, true]);
      expect(error).toMatch(/outcome: (not_sent|rejected|unknown|applied_unverified|none)/);
    }
  });

  test("bad input", async () => {
    for (const name of names) {
      const { output } = await surface(name, { ...inputFor(name), no_such_parameter: 1 }, contextWith());
      expect([name, schemas.get(name)?.(output)]).toEqual([name, true]);
      expect(output).toMatchObject({ success: false, error: expect.stringContaining("no_such_parameter") });
    }
  });
});

test("the tool runner of Anthropic gets the error of every failure as a rejection", async () => {
  for (const [, fault] of injectedFaults) {
    for (const tool of anthropicRunnableTools(contextWith(fault), { approve })) {
      await expect(tool.run(inputFor(tool.name))).rejects.toThrow(/outcome: /);
    }
  }
});
