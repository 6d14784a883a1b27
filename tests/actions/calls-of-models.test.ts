import { runToolUse } from "@modulex-instantly/actions/anthropic";
import { runChatCall, runResponsesCall } from "@modulex-instantly/actions/openai";
import { expect, test } from "vitest";
import { stub } from "./stub.ts";

// Calls as models write them: what the error says when the arguments or the name are wrong.

const called = (name: string, input: string) => ({ id: "c", function: { name, arguments: input } });

async function errorsOf(name: string, input: string): Promise<(string | null)[]> {
  const { client, requests } = stub();
  const chat = await runChatCall(called(name, input), { client });
  const responses = await runResponsesCall({ name, arguments: input, call_id: "c" }, { client });
  const anthropic = await runToolUse({ id: "c", name, input }, { client });
  expect(requests()).toBe(0);
  return [chat.content, responses.output, String(anthropic.content)].map((text) => JSON.parse(text).error);
}

test.each([
  ["{limit:2}", ": it is not valid JSON, or incomplete"],
  ["{'limit':2}", ": it is not valid JSON, or incomplete"],
  ['{"limit":2', ": it is not valid JSON, or incomplete"],
  ['{"limit":2}}', ": it is not valid JSON, or incomplete"],
  ['{"limit":2,}', ": it is not valid JSON, or incomplete"],
  ['```json\n{"limit":2}\n```', ": it is not valid JSON, or incomplete"],
  ['"{\\"limit\\":2}"', ": pass the object itself, not its JSON as a string"],
  ['{"limit":"2"}', 'limit must be an integer, received "2" (did you mean 2?)'],
  ['{"ids":"[\\"a\\"]"}', ": pass the array itself, not its JSON as a string"],
])("arguments %s", async (input, message) => {
  for (const error of await errorsOf("list_leads", input)) expect(error).toContain(message);
});

test("an unknown name comes with the actions that are offered, not with others", async () => {
  const { client } = stub();
  const { content } = await runChatCall(called("remove_leads", "{}"), { client }, { only: ["get_lead", "list_leads"] });
  expect(JSON.parse(content)).toEqual({
    success: false,
    error: 'There is no action "remove_leads"; the actions are list_leads, get_lead',
  });
});

test("a call of a custom tool, which has no function, is a failed result", async () => {
  const { client } = stub();
  const custom = { id: "c", type: "custom", custom: { name: "x", input: "y" } };
  expect(await runChatCall(custom as never, { client })).toEqual({
    role: "tool",
    tool_call_id: "c",
    content: expect.stringContaining("The name of an action must be a string, received undefined"),
  });
});
