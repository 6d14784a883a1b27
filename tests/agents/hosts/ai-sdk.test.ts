import { actionList } from "@modulex-instantly/actions";
import { aiSdkTools } from "@modulex-instantly/actions/ai-sdk";
import type { ModelMessage, ToolSet } from "ai";
import { generateText, stepCountIs, tool } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import { expect, test } from "vitest";
import { DID_YOU_MEAN, rehearse } from "../support/rehearsal.ts";

const names = actionList.map(({ name }) => name);
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that asks for the given calls in its first step, and is done in its second. */
function scripted(calls: readonly { name: string; input: object }[]): MockLanguageModelV3 {
  const asks = calls.map(({ name, input }, index) => ({
    type: "tool-call" as const,
    toolCallId: `c${index}`,
    toolName: name,
    input: JSON.stringify(input),
  }));
  let step = calls.length > 0 ? 0 : 1;
  return new MockLanguageModelV3({
    doGenerate: async () => {
      step += 1;
      return step === 1
        ? { content: asks, finishReason: { unified: "tool-calls", raw: undefined }, usage, warnings: [] }
        : {
            content: [{ type: "text", text: "done" }],
            finishReason: { unified: "stop", raw: undefined },
            usage,
            warnings: [],
          };
    },
  });
}

const calls = [
  { name: "list_campaigns", input: { limit: 5 } },
  { name: "list_leads", input: { limt: 5 } },
];
/** What the model sees of its calls. */
const seenBy = (model: MockLanguageModelV3) => {
  const results = model.doGenerateCalls.at(-1)?.prompt.filter(({ role }) => role === "tool") ?? [];
  return results.map((message) => JSON.stringify(message.content)).join("\n");
};

test("calls of a model reach the sandbox, and our message the model", async () => {
  const { context } = await rehearse();
  const model = scripted(calls);
  const result = await generateText({ model, prompt: "hi", tools: aiSdkTools(context), stopWhen: stepCountIs(3) });
  const tools = model.doGenerateCalls[0]?.tools ?? [];
  expect(tools.map(({ name }) => name)).toEqual(names);
  for (const each of tools) expect(each).toMatchObject({ type: "function", strict: false });
  const lead = tools.find(({ name }) => name === "create_lead");
  expect(JSON.stringify(lead)).toContain('"additionalProperties":{"anyOf":[{"type":"string"}');
  expect(result.steps[0]?.toolResults[0]).toMatchObject({ toolName: "list_campaigns", output: { success: true } });
  expect(seenBy(model)).toMatch(DID_YOU_MEAN);
});

test("the SDK asks before a reply, not before an invalid one, and sends it once after approval", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const tools = aiSdkTools(context);
  const asking = scripted([
    { name: "reply_to_email", input: reply },
    { name: "reply_to_email", input: { ...reply, subjcet: "x" } },
  ]);
  const first = await generateText({ model: asking, prompt: "hi", tools, stopWhen: stepCountIs(3) });
  const requests = first.content.filter((part) => part.type === "tool-approval-request");
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ toolCall: { toolCallId: "c0", input: reply } });
  expect(repliesSent()).toBe(0);
  const answered = (approved: boolean): ModelMessage[] => [
    { role: "user", content: "hi" },
    ...first.response.messages,
    {
      role: "tool",
      content: requests.map(({ approvalId }) => ({ type: "tool-approval-response", approvalId, approved })),
    },
  ];
  await generateText({ model: scripted([]), messages: answered(false), tools });
  expect(repliesSent()).toBe(0);
  const model = scripted([]);
  await generateText({ model, messages: answered(true), tools });
  expect(repliesSent()).toBe(1);
  expect(seenBy(model)).toContain('"success":true');
  expect(seenBy(model)).toContain('did you mean \\"subject\\"?');
});

test("a subset keeps the types of its outputs", async () => {
  const { context } = await rehearse();
  const tools = aiSdkTools(context, { only: ["list_campaigns"] });
  expect(Object.keys(tools)).toEqual(["list_campaigns"]);
  const { campaigns } = await tools.list_campaigns.execute({ limit: 1 }, {});
  expect(campaigns.length).toBe(1);
});

test("the schemas alone: all of them register in a loop, and our message reaches the model", async () => {
  const { context } = await rehearse();
  const tools: ToolSet = {};
  for (const { name, description, inputSchema, outputSchema, run } of actionList) {
    tools[name] = tool({ description, inputSchema, outputSchema, execute: (input) => run(input, context) });
  }
  const model = scripted(calls);
  const result = await generateText({ model, prompt: "hi", tools, stopWhen: stepCountIs(3) });
  expect(model.doGenerateCalls[0]?.tools?.map(({ name }) => name)).toEqual(names);
  expect(result.steps[0]?.toolResults[0]).toMatchObject({ output: { success: true } });
  expect(seenBy(model)).toMatch(/did you mean \\+"limit/);
});
