import { actionList } from "@modulex-instantly/actions";
import { openaiAgentsTools } from "@modulex-instantly/actions/openai-agents";
import type { Model, ModelRequest } from "@openai/agents";
import { Agent, Runner, tool, Usage } from "@openai/agents";
import { expect, test } from "vitest";
import { DID_YOU_MEAN, rehearse } from "../support/rehearsal.ts";

const names = actionList.map(({ name }) => name);
const runner = new Runner({ tracingDisabled: true });

/** A model that asks for the given calls first, and is done then. */
function scripted(calls: readonly { name: string; input: object }[]): Model & { readonly requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    requests,
    getResponse: async (request) => {
      requests.push(request);
      const asks = calls.map(({ name, input }, index) => ({
        type: "function_call" as const,
        callId: `c${index}`,
        name,
        arguments: JSON.stringify(input),
        status: "completed" as const,
      }));
      const done = {
        type: "message" as const,
        role: "assistant" as const,
        status: "completed" as const,
        content: [{ type: "output_text" as const, text: "done" }],
      };
      return { usage: new Usage(), output: requests.length === 1 ? asks : [done] };
    },
    getStreamedResponse: () => {
      throw new Error("not used");
    },
  };
}

/** The results that the model has seen. */
const seenBy = ({ requests }: { readonly requests: readonly ModelRequest[] }): string[] => {
  const input = requests.at(-1)?.input;
  if (!Array.isArray(input)) return [];
  return input.flatMap((item) => (item.type === "function_call_result" ? [JSON.stringify(item.output)] : []));
};

const calls = [
  { name: "list_campaigns", input: { limit: 5, search: null } },
  { name: "list_leads", input: { limt: 5 } },
];

test("calls of a model reach the sandbox, and our message the model", async () => {
  const { context } = await rehearse();
  const model = scripted(calls);
  await runner.run(new Agent({ name: "a", model, tools: openaiAgentsTools(tool, context) }), "hi");
  const tools = model.requests[0]?.tools ?? [];
  expect(tools.map(({ name }) => name)).toEqual(names);
  for (const each of tools) expect(each).toMatchObject({ type: "function", strict: each.name !== "create_lead" });
  expect(JSON.stringify(tools)).not.toMatch(/minProperties|~standard/);
  const [listed, invalid] = seenBy(model);
  expect(listed).toMatch(/success\\?":true/);
  expect(invalid).toMatch(DID_YOU_MEAN);
});

test("the SDK asks before a reply, not before an invalid one, and sends it once after approval", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const asked = [
    { name: "reply_to_email", input: reply },
    { name: "reply_to_email", input: { ...reply, subjcet: "x" } },
  ];
  for (const approved of [false, true]) {
    const model = scripted(asked);
    const agent = new Agent({ name: "a", model, tools: openaiAgentsTools(tool, context) });
    const first = await runner.run(agent, "hi");
    expect(first.interruptions.map(({ rawItem }) => rawItem)).toMatchObject([{ callId: "c0" }]);
    expect(repliesSent()).toBe(0);
    for (const item of first.interruptions) {
      if (approved) first.state.approve(item);
      else first.state.reject(item);
    }
    await runner.run(agent, first.state);
    expect(repliesSent()).toBe(approved ? 1 : 0);
    expect(seenBy(model).join("\n")).toMatch(/did you mean \\*"subject/);
  }
});

test("the schemas alone: all of them register in a loop, and our message reaches the model", async () => {
  const { context } = await rehearse();
  const tools = actionList.map(({ name, description, inputSchema, run }) =>
    tool({ name, description, parameters: inputSchema, execute: (input) => run(input, context) }),
  );
  const model = scripted(calls);
  await runner.run(new Agent({ name: "a", model, tools }), "hi");
  expect(model.requests[0]?.tools.map(({ name }) => name)).toEqual(names);
  expect(seenBy(model)[0]).toMatch(/success\\?":true/);
  expect(seenBy(model)[1]).toMatch(DID_YOU_MEAN);
});
