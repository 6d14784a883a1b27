// The public surface of @modulex-instantly/actions/langchain: tools for LangChain and LangGraph.

import type { ActionContext } from "../action-context.ts";
import type { ActionOutcome } from "../action-outcome.ts";
import type { CallConfig, LangChainClasses } from "./langchain-classes.ts";
import { acceptAnyInput, keyOf } from "./langchain-classes.ts";
import type { Approve } from "./run-approved.ts";
import { approvedByHost, runApproved } from "./run-approved.ts";
import { runOnce } from "./run-once.ts";
import type { ToolOptions } from "./tool-options.ts";
import { isGuarded, isValidInput, selectActions } from "./tool-options.ts";

export type { LangChainClasses, ToolOptions };

/** Options of `langchainTools`. */
export interface LangChainOptions extends ToolOptions {
  /** `middleware`: the agent has `humanInTheLoopMiddleware({ interruptOn: interruptOn() })`. Otherwise a function that asks. */
  readonly approve?: Approve | "middleware" | undefined;
}

/** How `humanInTheLoopMiddleware` asks about one tool: only about a valid input. */
export interface InterruptConfig {
  allowedDecisions: ("approve" | "reject")[];
  description: string;
  when: (request: { toolCall: { args: unknown } }) => boolean;
}

/**
 * The actions as tools. Bad input and a failed action lead to a ToolMessage with status `error` and the action's message.
 * @throws InstantlyError `invalid_config` or `invalid_request` for invalid options.
 */
export function langchainTools<Tool extends object>(
  { DynamicStructuredTool, ToolMessage }: LangChainClasses<Tool>,
  context: ActionContext,
  options: LangChainOptions = {},
): Tool[] {
  const approve = options.approve === "middleware" ? approvedByHost : options.approve;
  return selectActions(options).map((action) => {
    const { name, description, inputSchema: schema, effect } = action;
    const once = runOnce<ActionOutcome>();
    const func = async (input: unknown, _?: unknown, config: CallConfig = {}) => {
      const { signal, toolCall: { id: callId } = {} } = config;
      const call = { action, input, context, isGuarded: isGuarded(action, options), approve, callId, signal };
      const artifact = await once(effect === "read" ? undefined : keyOf(config), () => runApproved(call));
      const [content, status] = [JSON.stringify(artifact), artifact.success ? "success" : "error"] as const;
      return callId ? new ToolMessage({ status, content, name, tool_call_id: callId, artifact }) : content;
    };
    return acceptAnyInput(new DynamicStructuredTool({ name, description, schema, func }));
  });
}

/** The guarded actions for `humanInTheLoopMiddleware`, which interrupts the agent before any tool of the turn runs. */
export function interruptOn(options: ToolOptions = {}): Record<string, InterruptConfig> {
  const guarded = selectActions(options).filter((action) => isGuarded(action, options));
  const configs = guarded.map((action): [string, InterruptConfig] => {
    const when: InterruptConfig["when"] = ({ toolCall }) => isValidInput(action, toolCall.args);
    return [action.name, { allowedDecisions: ["approve", "reject"], description: action.title, when }];
  });
  return Object.fromEntries(configs);
}
