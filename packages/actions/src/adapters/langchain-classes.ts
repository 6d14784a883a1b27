import type { ActionOutcome } from "../action-outcome.ts";
import type { ActionName } from "../generated/action-types.gen.ts";
import type { ActionSchema } from "../schema/action-schema.ts";

/** The classes of `@langchain/core` that are used: `DynamicStructuredTool` of `/tools`, `ToolMessage` of `/messages`. */
export interface LangChainClasses<Tool> {
  readonly DynamicStructuredTool: new (fields: {
    name: ActionName;
    description: string;
    schema: ActionSchema<Record<string, unknown>>;
    func: (input: unknown, runManager?: unknown, config?: CallConfig) => Promise<unknown>;
  }) => Tool;
  readonly ToolMessage: new (fields: {
    status: "success" | "error";
    content: string;
    name: string;
    tool_call_id: string;
    artifact: ActionOutcome;
  }) => object;
}

/** The parts of the configuration of a call that are used. */
export interface CallConfig {
  signal?: AbortSignal;
  toolCall?: { id?: string };
  configurable?: Record<string, unknown>;
}

/**
 * Makes LangChain skip its own validation, whose message says only that the input is wrong. `tool.schema`, which the
 * model sees, stays.
 */
export function acceptAnyInput<Tool extends object>(tool: Tool): Tool {
  const call: unknown = Reflect.get(tool, "call");
  if (typeof call !== "function") return tool;
  const lenient = Object.create(tool, { schema: { value: {} } });
  return Object.defineProperty(tool, "call", { value: (...given: unknown[]) => Reflect.apply(call, lenient, given) });
}

/** Identifies a call within a task of a graph: the same when LangGraph repeats the task, different in every other one. */
export function keyOf({ toolCall, configurable = {} }: CallConfig): string | undefined {
  const { thread_id, checkpoint_ns } = configurable as { thread_id?: unknown; checkpoint_ns?: unknown };
  return toolCall?.id && checkpoint_ns ? JSON.stringify([thread_id, checkpoint_ns, toolCall.id]) : undefined;
}
