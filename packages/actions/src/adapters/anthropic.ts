// The public surface of @modulex-instantly/actions/anthropic: tools for Anthropic's Messages API and its tool runner.
import type { ActionContext } from "../action-context.ts";
import type { ActionName } from "../generated/action-types.gen.ts";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { runNamedCall } from "./run-named-call.ts";
import type { ApprovedToolOptions, ToolOptions } from "./tool-options.ts";
import { selectActions } from "./tool-options.ts";

export type { ApprovalRequest, Approve } from "./run-approved.ts";
export type { ApprovedToolOptions, ToolOptions } from "./tool-options.ts";

/** A tool of the Messages API. */
export interface AnthropicTool {
  type: "custom";
  name: ActionName;
  description: string;
  input_schema: JsonObjectSchema;
}

/** A tool of the SDK's tool runner: `client.beta.messages.toolRunner({ tools })`. */
export interface RunnableTool extends AnthropicTool {
  run: (input: unknown, call?: { toolUse: { id: string }; signal?: AbortSignal | null | undefined }) => Promise<string>;
  parse: (input: unknown) => unknown;
}

/** The actions as tools of the Messages API. */
export function anthropicTools(options: ToolOptions = {}): AnthropicTool[] {
  return selectActions(options).map(({ name, description, inputSchema }) => {
    return { type: "custom", name, description, input_schema: { ...inputSchema } };
  });
}

/** The actions as tools of the tool runner. A failed action throws, because the runner then reports `is_error`. */
export function anthropicRunnableTools(context: ActionContext, options: ApprovedToolOptions = {}): RunnableTool[] {
  return anthropicTools(options).map((tool) => ({
    ...tool,
    parse: (input) => input,
    run: async (input, call) => {
      const named = { name: tool.name, input, callId: call?.toolUse.id, signal: call?.signal };
      const result = await runNamedCall(named, context, options);
      if (!result.success) throw new Error(result.error);
      return result.text;
    },
  }));
}

/** Runs a `tool_use` block. Returns the `tool_result` block for the next message; it rejects only for invalid options. */
export async function runToolUse(
  { id, name, input }: { id: string; name: string; input: unknown },
  context: ActionContext,
  options: ApprovedToolOptions = {},
): Promise<{ type: "tool_result"; tool_use_id: string; content: string; is_error: boolean }> {
  const { text, success } = await runNamedCall({ name, input, callId: id }, context, options);
  return { type: "tool_result", tool_use_id: id, content: text, is_error: !success };
}
