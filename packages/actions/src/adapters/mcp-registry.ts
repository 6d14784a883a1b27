import type { ActionAnnotations } from "../action.ts";
import type { ActionOutcome } from "../action-outcome.ts";
import type { LenientSchema } from "../schema/lenient-schema.ts";

/** The part of the SDK's `McpServer` that is used. */
export interface ToolRegistry<Call> {
  registerTool(
    name: string,
    config: {
      title: string;
      description: string;
      inputSchema: LenientSchema;
      outputSchema?: LenientSchema;
      annotations: ActionAnnotations;
    },
    run: (input: unknown, call: Call) => Promise<ToolResult>,
  ): unknown;
}

/** The result of `tools/call`. Also the `structuredContent` of a failure is valid against the output schema. */
export type ToolResult = {
  content: { type: "text"; text: string }[];
  structuredContent: ActionOutcome;
  isError: boolean;
};
