// The public surface of @modulex-instantly/actions/openai-agents: tools for the OpenAI Agents SDK.

import type { ActionContext } from "../action-context.ts";
import type { ActionOutcome } from "../action-outcome.ts";
import type { ActionName } from "../generated/action-types.gen.ts";
import type { JsonObjectSchema } from "../schema/json-object-schema.ts";
import { strictSchema } from "../schema/strict-schema.ts";
import { approvedByHost, runApproved } from "./run-approved.ts";
import type { ToolOptions } from "./tool-options.ts";
import { isGuarded, isValidInput, selectActions } from "./tool-options.ts";

export type { ToolOptions } from "./tool-options.ts";

/** `tool` of `@openai/agents`. */
export interface AgentToolFunction<Tool> {
  (options: AgentToolOptions & { strict: true; parameters: AgentToolSchema & { additionalProperties: false } }): Tool;
  (options: AgentToolOptions & { strict: false; parameters: AgentToolSchema & { additionalProperties: true } }): Tool;
}

/** The options of a tool. The SDK does not validate plain JSON Schema, so the message of the action reaches the model. */
export interface AgentToolOptions {
  name: ActionName;
  description: string;
  /** Asks for approval of a valid input only. The SDK pauses the run until a person decides. */
  needsApproval: (runContext: unknown, input: unknown) => Promise<boolean>;
  execute: (input: unknown, runContext?: unknown, details?: { signal?: AbortSignal }) => Promise<ActionOutcome>;
}

type AgentToolSchema = JsonObjectSchema & { required: string[] };

/**
 * The actions as tools: `new Agent({ tools: openaiAgentsTools(tool, { apiKey }) })`. Strict, except for an action that
 * takes an open map.
 *
 * @throws InstantlyError `invalid_config` or `invalid_request` for invalid options.
 */
export function openaiAgentsTools<Tool>(
  tool: AgentToolFunction<Tool>,
  context: ActionContext,
  options: ToolOptions = {},
): Tool[] {
  return selectActions(options, []).map((action) => {
    const { name, description, inputSchema } = action;
    const guarded = isGuarded(action, options);
    const base: AgentToolOptions = {
      name,
      description,
      needsApproval: async (_, input) => guarded && isValidInput(action, input),
      execute: (input, _, details) =>
        runApproved({ action, input, context, isGuarded: guarded, approve: approvedByHost, signal: details?.signal }),
    };
    const strict = strictSchema(inputSchema);
    if (strict) return tool({ ...base, strict: true, parameters: strict });
    // The SDK takes only open objects here; the action rejects unknown names.
    return tool({ ...base, strict: false, parameters: { ...inputSchema, additionalProperties: true } });
  });
}
