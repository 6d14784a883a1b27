import { actionList, actions } from "@modulex-instantly/actions";
import {
  chatTools,
  responsesTools,
  runChatCall,
  runResponsesCall,
  strictSchema,
} from "@modulex-instantly/actions/openai";
import OpenAI from "openai";
import { standardFunction, standardResponsesFunction } from "openai/helpers/standard-schema";
import { toStrictJsonSchema } from "openai/lib/transform";
import { describe, expect, test } from "vitest";
import { fakeApi } from "../support/fake-api.ts";
import { DID_YOU_MEAN, rehearse } from "../support/rehearsal.ts";

const names = actionList.map(({ name }) => name);

function asksFor(calls: readonly { name: string; input: object }[]): object {
  const output = calls.map(({ name, input }, index) => ({
    type: "function_call",
    id: `fc_${index}`,
    call_id: `call_${index}`,
    name,
    arguments: JSON.stringify(input),
    status: "completed",
  }));
  return { id: "resp_1", object: "response", created_at: 0, status: "completed", model: "m", output };
}

const says = {
  id: "resp_2",
  object: "response",
  created_at: 0,
  status: "completed",
  model: "m",
  output: [
    {
      type: "message",
      id: "msg_1",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: "done", annotations: [] }],
    },
  ],
};

describe("tools", () => {
  test("are all sent, with an explicit strict, and only create_lead is not strict", async () => {
    const api = await fakeApi([says, says]);
    const openai = new OpenAI({ apiKey: "x", baseURL: api.url });
    await openai.responses.create({ model: "m", input: "hi", tools: responsesTools() });
    const tools = api.bodies[0]?.["tools"] as { name: string; strict: unknown; parameters: object }[];
    expect(tools.map(({ name }) => name)).toEqual(names);
    for (const { name, strict } of tools) expect(strict, name).toBe(name !== "create_lead");
    // The SDK's own conversion has nothing left to change.
    for (const { strict, parameters } of tools) if (strict) expect(toStrictJsonSchema(parameters)).toEqual(parameters);
    expect(() => toStrictJsonSchema({ ...actions.create_lead.inputSchema })).toThrow();
    await openai.responses.create({
      model: "m",
      input: "hi",
      tools: actionList.map(({ name, description, inputSchema }) => ({
        type: "function",
        name,
        description,
        parameters: inputSchema,
        strict: false,
      })),
    });
    expect(api.bodies[1]?.["tools"]).toHaveLength(names.length);
    expect(JSON.stringify(api.bodies[1])).not.toContain("~standard");
  });
});

test("Responses: calls of a model reach the sandbox, and their results the model", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const calls = [
    { name: "list_campaigns", input: { limit: 5, search: null } },
    { name: "list_leads", input: { limt: 5 } },
    { name: "reply_to_email", input: reply },
    { name: "lst_leads", input: {} },
  ];
  const api = await fakeApi([asksFor(calls), says]);
  const openai = new OpenAI({ apiKey: "x", baseURL: api.url });
  const tools = responsesTools();
  const asked = await openai.responses.create({ model: "m", input: "hi", tools });
  const input: OpenAI.Responses.ResponseInput = [];
  for (const item of asked.output)
    if (item.type === "function_call") input.push(item, await runResponsesCall(item, context));
  await openai.responses.create({ model: "m", input, tools });
  const outputs = ((api.bodies[1]?.["input"] ?? []) as { type: string; output: string; call_id: string }[]).filter(
    ({ type }) => type === "function_call_output",
  );
  expect(outputs.map(({ call_id }) => call_id)).toEqual(["call_0", "call_1", "call_2", "call_3"]);
  expect(JSON.parse(outputs[0]?.output ?? "")).toMatchObject({ success: true, error: null });
  expect(outputs[1]?.output).toMatch(DID_YOU_MEAN);
  expect(outputs[2]?.output).toContain("a person must approve it");
  expect(outputs[3]?.output).toContain('There is no action \\"lst_leads\\" (did you mean \\"list_leads\\"?)');
  expect(repliesSent()).toBe(0);
});

test("Chat Completions: a person approves the reply, and it is sent once", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const call = (name: string, input: string, index: number) => ({
    id: `call_${index}`,
    type: "function",
    function: { name, arguments: input },
  });
  const tool_calls = [
    call("reply_to_email", JSON.stringify(reply), 0),
    call("list_leads", '{"limt":5}', 1),
    call("get_lead", "{", 2),
  ];
  const completion = (message: object) => ({
    id: "c",
    object: "chat.completion",
    created: 0,
    model: "m",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: null, ...message } }],
  });
  const api = await fakeApi([completion({ tool_calls }), completion({ content: "done" })]);
  const openai = new OpenAI({ apiKey: "x", baseURL: api.url });
  const asked = await openai.chat.completions.create({
    model: "m",
    messages: [{ role: "user", content: "hi" }],
    tools: chatTools(),
  });
  const shown: unknown[] = [];
  const approve = ({ name, input, callId }: { name: string; input: object; callId: string | undefined }) =>
    shown.push([name, input, callId]) > 0;
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [];
  for (const asking of asked.choices[0]?.message.tool_calls ?? []) {
    if (asking.type === "function") messages.push(await runChatCall(asking, context, { approve }));
  }
  await openai.chat.completions.create({ model: "m", messages, tools: chatTools() });
  const results = ((api.bodies[1]?.["messages"] ?? []) as { role: string; content: string }[]).map(
    ({ content }) => content,
  );
  expect(JSON.parse(results[0] ?? "")).toMatchObject({ success: true });
  expect(results[1]).toMatch(DID_YOU_MEAN);
  expect(results[2]).toMatch(/get_lead: the input must be an object, received/);
  expect(shown).toEqual([["reply_to_email", reply, "call_0"]]);
  expect(repliesSent()).toBe(1);
});

test("what is not offered is not run, whatever the model asks for", async () => {
  const { context, requests } = await rehearse();
  const call = { call_id: "c", name: "list_leads", arguments: "{}" };
  const { output } = await runResponsesCall(call, context, { only: ["get_lead"] });
  expect(JSON.parse(output)).toEqual({ success: false, error: "The action list_leads is not offered here" });
  expect(requests).toEqual([]);
});

describe("the SDK's helpers for Standard Schema", () => {
  test("take the schema with a strict schema for the model; the SDK's validation reports our message", async () => {
    const { context } = await rehearse();
    let count = 0;
    for (const { name, description, inputSchema: parameters, run } of actionList) {
      const schema = strictSchema(parameters);
      if (!schema) continue;
      const tool = standardResponsesFunction({
        name,
        description,
        parameters,
        schema,
        function: (input) => run(input, context),
      });
      expect(tool.parameters).toEqual(schema);
      standardFunction({ name, description, parameters, schema });
      count += 1;
    }
    expect(count).toBe(names.length - 1);
    const { list_campaigns: action } = actions;
    const schema = strictSchema(action.inputSchema);
    const tool = standardResponsesFunction({
      name: action.name,
      parameters: action.inputSchema,
      schema,
      function: (input) => action.run(input, context),
    });
    expect(await tool.$callback?.(tool.$parseRaw('{"limit":5,"search":null}') as never)).toMatchObject({
      success: true,
    });
    expect(() => tool.$parseRaw('{"limt":5}')).toThrow(/"limt" is not a known parameter \(did you mean "limit"\?\)/);
  });

  test("take the schema alone where every parameter is required", () => {
    const alone = actionList.filter(
      ({ inputSchema }) => inputSchema.required.length === Object.keys(inputSchema.properties).length,
    );
    expect(alone.length).toBeGreaterThan(0);
    for (const { name, inputSchema: parameters } of alone)
      expect(standardResponsesFunction({ name, parameters }).strict).toBe(true);
    expect(() =>
      standardResponsesFunction({ name: "list_leads", parameters: actions.list_leads.inputSchema }),
    ).toThrow();
  });
});
