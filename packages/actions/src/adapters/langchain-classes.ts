import type { ActionOutcome } from "../action-list.ts";
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
interface CallConfig {
  signal?: AbortSignal;
  toolCall?: { id?: string };
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
