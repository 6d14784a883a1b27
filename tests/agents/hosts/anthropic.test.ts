import Anthropic from "@anthropic-ai/sdk";
import { betaTool } from "@anthropic-ai/sdk/helpers/beta/json-schema";
import { betaStandardSchemaTool } from "@anthropic-ai/sdk/helpers/beta/standard-schema";
import { actionList } from "@modulex-instantly/actions";
import { anthropicRunnableTools, anthropicTools, runToolUse } from "@modulex-instantly/actions/anthropic";
import { expect, test } from "vitest";
import { fakeApi } from "../support/fake-api.ts";
import { DID_YOU_MEAN, rehearse } from "../support/rehearsal.ts";

const names = actionList.map(({ name }) => name);

function message(calls: readonly { name: string; input: object }[]): object {
  const uses = calls.map(({ name, input }, index) => ({ type: "tool_use", id: `toolu_${index}`, name, input }));
  const content = uses.length > 0 ? uses : [{ type: "text", text: "done" }];
  const stop_reason = uses.length > 0 ? "tool_use" : "end_turn";
  return {
    id: "msg",
    type: "message",
    role: "assistant",
    model: "m",
    content,
    stop_reason,
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}

const asked = (reply: object) => [
  { name: "list_campaigns", input: { limit: 5 } },
  { name: "list_leads", input: { limt: 5 } },
  { name: "reply_to_email", input: reply },
];
interface Result {
  readonly tool_use_id: string;
  readonly content: string;
  readonly is_error?: boolean;
}
const resultsIn = (body: Record<string, unknown> = {}): Result[] =>
  (body["messages"] as { content: Result[] }[]).at(-1)?.content ?? [];

test("Messages: calls of a model reach the sandbox, and their results the model", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const api = await fakeApi([message(asked(reply)), message([])]);
  const anthropic = new Anthropic({ apiKey: "x", baseURL: api.url });
  const request = { model: "m", max_tokens: 100, tools: anthropicTools() };
  const first = await anthropic.messages.create({ ...request, messages: [{ role: "user", content: "hi" }] });
  const content: Anthropic.ToolResultBlockParam[] = [];
  for (const block of first.content) if (block.type === "tool_use") content.push(await runToolUse(block, context));
  await anthropic.messages.create({ ...request, messages: [{ role: "user", content }] });
  expect(((api.bodies[0]?.["tools"] ?? []) as { name: string }[]).map(({ name }) => name)).toEqual(names);
  expect(JSON.stringify(api.bodies[0])).not.toContain("~standard");
  const [listed, invalid, refused] = resultsIn(api.bodies[1]);
  expect(listed).toMatchObject({ tool_use_id: "toolu_0", is_error: false });
  expect(JSON.parse(listed?.content ?? "")).toMatchObject({ success: true });
  expect(invalid).toMatchObject({ is_error: true, content: expect.stringMatching(DID_YOU_MEAN) });
  expect(refused).toMatchObject({ is_error: true, content: expect.stringContaining("a person must approve it") });
  expect(repliesSent()).toBe(0);
});

test("the tool runner: failures are errors with our message, and an approved reply is sent once", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const api = await fakeApi([message(asked(reply)), message([])]);
  const anthropic = new Anthropic({ apiKey: "x", baseURL: api.url });
  const callIds: unknown[] = [];
  const tools = anthropicRunnableTools(context, { approve: ({ callId }) => callIds.push(callId) > 0 });
  await anthropic.beta.messages.toolRunner({
    model: "m",
    max_tokens: 100,
    tools,
    messages: [{ role: "user", content: "hi" }],
  });
  const [listed, invalid, sent] = resultsIn(api.bodies[1]);
  expect(JSON.parse(listed?.content ?? "")).toMatchObject({ success: true });
  expect(invalid).toMatchObject({ is_error: true, content: expect.stringMatching(DID_YOU_MEAN) });
  expect(JSON.parse(sent?.content ?? "")).toMatchObject({ success: true });
  expect(callIds).toEqual(["toolu_2"]);
  expect(repliesSent()).toBe(1);
});

test("the schemas alone: the SDK's helpers take all of them, and report our message", async () => {
  const { context } = await rehearse();
  const tools = actionList.map(({ name, description, inputSchema, run }) =>
    betaStandardSchemaTool({
      name,
      description,
      inputSchema,
      run: async (input) => JSON.stringify(await run(input, context)),
    }),
  );
  expect(tools.map(({ name }) => name)).toEqual(names);
  expect(
    actionList.map(
      ({ name, description, inputSchema }) => betaTool({ name, description, inputSchema, run: () => "" }).name,
    ),
  ).toEqual(names);
  const api = await fakeApi([message(asked({}).slice(0, 2)), message([])]);
  const anthropic = new Anthropic({ apiKey: "x", baseURL: api.url });
  await anthropic.beta.messages.toolRunner({
    model: "m",
    max_tokens: 100,
    tools,
    messages: [{ role: "user", content: "hi" }],
  });
  const [listed, invalid] = resultsIn(api.bodies[1]);
  expect(JSON.parse(listed?.content ?? "")).toMatchObject({ success: true });
  expect(invalid).toMatchObject({ is_error: true, content: expect.stringMatching(/did you mean \\?"limit/) });
});
