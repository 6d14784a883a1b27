import { expectTypeOf, test } from "vitest";
import type { ActionContext, ActionOutcome, ActionOutputs, GetLeadSuccess } from "../index.ts";
import { aiSdkTools } from "./ai-sdk.ts";
import type { LangChainClasses } from "./langchain-classes.ts";
import type { ToolResult } from "./mcp.ts";
import type { AgentToolOptions } from "./openai-agents.ts";

declare const context: ActionContext;

test("the tools of the AI SDK have the results of their actions", async () => {
  const { get_lead } = aiSdkTools(context, { only: ["get_lead"] });
  const result = await get_lead.execute({ lead_id: "x" }, {});
  expectTypeOf(result).toEqualTypeOf<ActionOutputs["get_lead"]>();
  if (result.success) expectTypeOf(result).toEqualTypeOf<GetLeadSuccess>();
  else expectTypeOf(result.error).toEqualTypeOf<string>();
});

test("the other adapters have results that success tells apart", () => {
  expectTypeOf<ToolResult["structuredContent"]>().toEqualTypeOf<ActionOutcome>();
  expectTypeOf<Awaited<ReturnType<AgentToolOptions["execute"]>>>().toEqualTypeOf<ActionOutcome>();
  type Message = ConstructorParameters<LangChainClasses<object>["ToolMessage"]>[0];
  expectTypeOf<Message["artifact"]>().toEqualTypeOf<ActionOutcome>();
  expectTypeOf<Extract<ActionOutcome, { success: false }>["error"]>().toEqualTypeOf<string>();
});
