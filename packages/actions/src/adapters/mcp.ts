// The public surface of @modulex-instantly/actions/mcp: registers the actions on an McpServer of the MCP SDK, version 2.
import type { ActionContext } from "../action-context.ts";
import { inlineReferences } from "../schema/inline-references.ts";
import { lenientSchema } from "../schema/lenient-schema.ts";
import type { ToolRegistry } from "./mcp-registry.ts";
import type { ApprovalRequest } from "./run-approved.ts";
import { runApproved } from "./run-approved.ts";
import type { ToolOptions } from "./tool-options.ts";
import { isGuarded, selectActions } from "./tool-options.ts";

export type { ToolRegistry, ToolResult } from "./mcp-registry.ts";
export type { ApprovalRequest } from "./run-approved.ts";
export type { ToolOptions } from "./tool-options.ts";

/** Options of `registerActions`. */
export interface McpOptions<Call> extends ToolOptions {
  /** The context of every call, or a function of the request, for a key per request. */
  readonly context: ActionContext | ((call: Call) => ActionContext | Promise<ActionContext>);
  /** Asks a person, for example by elicitation. Without it, an action that a person must approve is refused. */
  readonly approve?: ((request: ApprovalRequest, call: Call) => boolean | Promise<boolean>) | undefined;
  /** Whether `tools/list` has output schemas, with references inlined. Default true. */
  readonly outputSchemas?: boolean | undefined;
}

/**
 * Registers the actions as tools. Bad input leads to a failed result of the action, not to an error of the SDK.
 *
 * @throws InstantlyError `invalid_config` or `invalid_request` for invalid options.
 */
export function registerActions<Call extends { readonly mcpReq?: { readonly signal?: AbortSignal } }>(
  server: ToolRegistry<Call>,
  options: McpOptions<Call>,
): void {
  const { approve, context, outputSchemas = true } = options;
  for (const action of selectActions(options, ["approve", "context", "outputSchemas"])) {
    const { name, title, description, annotations } = action;
    const output = outputSchemas ? { outputSchema: lenientSchema(inlineReferences(action.outputSchema)) } : {};
    const config = { title, description, annotations, inputSchema: lenientSchema(action.inputSchema), ...output };
    server.registerTool(name, config, async (input, call) => {
      const result = await runApproved({
        action,
        input,
        context: typeof context === "function" ? () => context(call) : context,
        isGuarded: isGuarded(action, options),
        approve: approve && ((request) => approve(request, call)),
        signal: call?.mcpReq?.signal,
      });
      const content = [{ type: "text" as const, text: JSON.stringify(result) }];
      return { content, structuredContent: result, isError: !result.success };
    });
  }
}
