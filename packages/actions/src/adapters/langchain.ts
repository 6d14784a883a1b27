// The public surface of @modulex-instantly/actions/langchain: tools for LangChain and LangGraph.
import type { ActionContext } from "../action-context.ts";
import type { LangChainClasses } from "./langchain-classes.ts";
import { acceptAnyInput } from "./langchain-classes.ts";
import type { Approve } from "./run-approved.ts";
import { approvedByHost, runApproved } from "./run-approved.ts";
import type { ToolOptions } from "./tool-options.ts";
import { isGuarded, isValidInput, selectActions } from "./tool-options.ts";

export type { LangChainClasses, ToolOptions };

/** Options of `langchainTools`. */
export interface LangChainOptions extends ToolOptions {
  /** `middleware`: the agent has `humanInTheLoopMiddleware({ interruptOn: interruptOn() })`. Otherwise a function that asks. */
  readonly approve?: Approve | "middleware" | undefined;
}

/** How `humanInTheLoopMiddleware` asks about one tool. */
export interface InterruptConfig {
  allowedDecisions: ("approve" | "reject")[];
  description: string;
  /** An invalid input is not worth a question: the action rejects it. */
  when: (request: { toolCall: { args: unknown } }) => boolean;
}

/**
 * The actions as tools. Bad input and a failed action lead to a ToolMessage with status `error` and the action's message.
 *
 * @throws InstantlyError `invalid_config` or `invalid_request` for invalid options.
 */
export function langchainTools<Tool extends object>(
  { DynamicStructuredTool, ToolMessage }: LangChainClasses<Tool>,
  context: ActionContext,
  options: LangChainOptions = {},
): Tool[] {
  const approve = options.approve === "middleware" ? approvedByHost : options.approve;
  return selectActions(options).map((action) => {
    const { name, description, inputSchema: schema } = action;
    const func = async (input: unknown, _?: unknown, config?: { signal?: AbortSignal; toolCall?: { id?: string } }) => {
      const callId = config?.toolCall?.id;
      const guarded = isGuarded(action, options);
      const call = { action, input, context, isGuarded: guarded, approve, callId, signal: config?.signal };
      const artifact = await runApproved(call);
      const content = JSON.stringify(artifact);
      const status = artifact.success ? "success" : "error";
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
