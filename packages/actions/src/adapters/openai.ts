// The public surface of @modulex-instantly/actions/openai: tools for OpenAI's Responses and Chat Completions APIs.
import type { ActionContext } from "../action-context.ts";
import type { ActionName } from "../generated/action-types.gen.ts";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { strictSchema } from "../schema/strict-schema.ts";
import { runNamedCall } from "./run-named-call.ts";
import type { ApprovedToolOptions, ToolOptions } from "./tool-options.ts";
import { selectActions } from "./tool-options.ts";

export type { ApprovalRequest, Approve } from "./run-approved.ts";
export type { ApprovedToolOptions, ToolOptions } from "./tool-options.ts";
export { strictSchema };

/** A function of OpenAI's APIs. `strict` is always explicit, because the Responses API turns it on where it is absent. */
export interface FunctionDefinition {
  name: ActionName;
  description: string;
  parameters: JsonObjectSchema;
  strict: boolean;
}

/** The actions as tools of the Responses API. Strict, except for an action that takes an open map. */
export function responsesTools(options: ToolOptions = {}): (FunctionDefinition & { type: "function" })[] {
  return selectActions(options).map(({ name, description, inputSchema }) => {
    const strict = strictSchema(inputSchema);
    const parameters = strict ?? { ...inputSchema };
    return { type: "function", name, description, parameters, strict: strict !== undefined };
  });
}

/** The actions as tools of the Chat Completions API. */
export function chatTools(options: ToolOptions = {}): { type: "function"; function: FunctionDefinition }[] {
  return responsesTools(options).map(({ type, ...definition }) => ({ type, function: definition }));
}

/** Runs a function call of the Responses API. Returns the item for the next request; it rejects only for invalid options. */
export async function runResponsesCall(
  { name, arguments: input, call_id }: { name: string; arguments: string; call_id: string },
  context: ActionContext,
  options: ApprovedToolOptions = {},
): Promise<{ type: "function_call_output"; call_id: string; output: string }> {
  const { text } = await runNamedCall({ name, input, callId: call_id }, context, options);
  return { type: "function_call_output", call_id, output: text };
}

/** Runs a tool call of the Chat Completions API. Returns the message for the next request; it rejects only for invalid options. */
export async function runChatCall(
  call: { id: string; function: { name: string; arguments: string } },
  context: ActionContext,
  options: ApprovedToolOptions = {},
): Promise<{ role: "tool"; tool_call_id: string; content: string }> {
  // A call of a custom tool has no `function`.
  const { name, arguments: input }: { name?: string; arguments?: string } = call.function ?? {};
  const { text } = await runNamedCall({ name, input, callId: call.id }, context, options);
  return { role: "tool", tool_call_id: call.id, content: text };
}
