import { AIMessage, ToolMessage } from "@langchain/core/messages";
import { DynamicStructuredTool, tool } from "@langchain/core/tools";
import { Annotation, Command, END, interrupt, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { actionList } from "@modulex-instantly/actions";
import { interruptOn, langchainTools } from "@modulex-instantly/actions/langchain";
import { createAgent, humanInTheLoopMiddleware } from "langchain";
import { describe, expect, test } from "vitest";
import { DID_YOU_MEAN, rehearse } from "../support/rehearsal.ts";
import { ScriptedChatModel } from "../support/scripted-chat-model.ts";

const names = actionList.map(({ name }) => name);
interface Schema {
  readonly properties: object;
}
const calls = [
  { name: "list_campaigns", args: { limit: 5, search: null } },
  { name: "list_leads", args: { limt: 5 } },
];
const ask = { messages: [{ role: "user" as const, content: "hi" }] };
const toolMessages = (messages: readonly unknown[]) => messages.filter((message) => ToolMessage.isInstance(message));

test("calls of a model reach the sandbox; a failure has status error and our message", async () => {
  const { context } = await rehearse();
  const model = new ScriptedChatModel(calls);
  const agent = createAgent({ model, tools: langchainTools({ DynamicStructuredTool, ToolMessage }, context) });
  const { messages } = await agent.invoke(ask);
  expect(model.shown.map(({ function: { name } }) => name)).toEqual(names);
  const properties = model.shown.map(({ function: { parameters = {} } }) =>
    Object.keys((parameters as Schema).properties),
  );
  expect(properties).toEqual(actionList.map(({ inputSchema }) => Object.keys(inputSchema.properties)));
  const [listed, invalid] = toolMessages(messages);
  expect(listed).toMatchObject({ status: "success", tool_call_id: "c0", artifact: { success: true } });
  expect(invalid).toMatchObject({ status: "error", tool_call_id: "c1", content: expect.stringMatching(DID_YOU_MEAN) });
});

test("without a person a reply is refused; called without an id, a tool returns text", async () => {
  const { context, reply, repliesSent } = await rehearse();
  const [replying] = langchainTools({ DynamicStructuredTool, ToolMessage }, context, { only: ["reply_to_email"] });
  expect(JSON.parse(String(await replying?.invoke(reply)))).toMatchObject({
    error: expect.stringContaining("a person must approve it"),
  });
  expect(repliesSent()).toBe(0);
});

describe("humanInTheLoopMiddleware", () => {
  const asked = [
    { name: "create_lead_list", args: { name: "New" } },
    { name: "reply_to_email", args: { subjcet: "x" } },
  ];

  test.each([
    ["approve", 1],
    ["reject", 0],
  ] as const)("%s: a valid reply is sent %i times, an invalid one is not asked about", async (type, sent) => {
    const { context, reply, repliesSent, requests } = await rehearse();
    const agent = createAgent({
      model: new ScriptedChatModel([...asked, { name: "reply_to_email", args: reply }]),
      tools: langchainTools({ DynamicStructuredTool, ToolMessage }, context, { approve: "middleware" }),
      middleware: [humanInTheLoopMiddleware({ interruptOn: interruptOn() })],
      checkpointer: new MemorySaver(),
    });
    const thread = { configurable: { thread_id: "1" } };
    const paused = await agent.invoke(ask, thread);
    const [question] = paused.__interrupt__ ?? [];
    expect(question?.value).toMatchObject({ actionRequests: [{ name: "reply_to_email", args: reply }] });
    // The agent stops before any tool of the turn runs, so nothing runs again when it resumes.
    expect(requests).toEqual([]);
    const { messages } = await agent.invoke(new Command({ resume: { decisions: [{ type }] } }), thread);
    expect(repliesSent()).toBe(sent);
    expect(requests.filter((request) => request.endsWith("/lead-lists"))).toHaveLength(sent);
    const errors = toolMessages(messages).filter((message) => (message as ToolMessage).status === "error");
    // After a rejection, LangChain runs none of the calls.
    if (type === "approve") expect(JSON.stringify(errors)).toMatch(/did you mean \\+"subject/);
    else expect(JSON.stringify(errors)).toContain("rejected");
  });
});

describe("a graph of LangGraph, which repeats all calls of a node when it resumes", () => {
  const State = Annotation.Root({
    messages: Annotation<(AIMessage | ToolMessage)[]>({ reducer: (all, more) => all.concat(more), default: () => [] }),
  });
  const run = (tools: ConstructorParameters<typeof ToolNode>[0], asked: readonly { name: string; args: object }[]) => {
    const graph = new StateGraph(State)
      .addNode("tools", new ToolNode(tools))
      .addEdge(START, "tools")
      .addEdge("tools", END)
      .compile({ checkpointer: new MemorySaver() });
    const tool_calls = asked.map(({ name, args }, index) => ({
      name,
      args,
      id: `c${index}`,
      type: "tool_call" as const,
    }));
    const message = new AIMessage({ content: "", tool_calls: tool_calls as never });
    const thread = { configurable: { thread_id: "1" } };
    return {
      start: () => graph.invoke({ messages: [message] }, thread),
      resume: () => graph.invoke(new Command({ resume: true }), thread),
    };
  };
  const other = tool(() => String(interrupt("Continue?")), {
    name: "other",
    description: "Interrupts",
    schema: { type: "object", properties: {} },
  });

  test("sends an approved reply once, although another tool of the turn interrupts", async () => {
    const { context, reply, repliesSent } = await rehearse();
    let asked = 0;
    const approve = () => {
      asked += 1;
      return true;
    };
    const tools = langchainTools({ DynamicStructuredTool, ToolMessage }, context, { approve });
    const calls = [
      { name: "reply_to_email", args: reply },
      { name: "other", args: {} },
      { name: "reply_to_email", args: { ...reply, body_text: "Friday?" } },
    ];
    const { start, resume } = run([...tools, other], calls);
    await start();
    const { messages } = await resume();
    expect(toolMessages(messages)).toHaveLength(3);
    expect([repliesSent(), asked]).toEqual([2, 2]);
  });

  test("refuses to ask by an interrupt inside of the tool", async () => {
    const { context, reply, repliesSent } = await rehearse();
    const tools = langchainTools({ DynamicStructuredTool, ToolMessage }, context, {
      approve: (request) => interrupt(request) === true,
    });
    const { messages } = await run(tools, [{ name: "reply_to_email", args: reply }]).start();
    expect(toolMessages(messages)[0]).toMatchObject({
      status: "error",
      content: expect.stringContaining("humanInTheLoopMiddleware"),
    });
    expect(repliesSent()).toBe(0);
  });
});

test("the schemas alone: all of them register in a loop", async () => {
  const { context } = await rehearse();
  const tools = actionList.map(({ name, description, inputSchema: schema, run }) =>
    tool((input) => run(input, context), { name, description, schema, verboseParsingErrors: true }),
  );
  const model = new ScriptedChatModel(calls.map((call) => ({ ...call, args: { limit: 5 } })));
  const { messages } = await createAgent({ model, tools }).invoke(ask);
  expect(model.shown.map(({ function: { name } }) => name)).toEqual(names);
  expect(JSON.parse(String((toolMessages(messages)[0] as ToolMessage).content))).toMatchObject({ success: true });
});
