// The public surface of @modulex-instantly/actions/ai-sdk: tools for Vercel's AI SDK.
import type { ActionContext } from "../action-context.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "../generated/action-types.gen.ts";
import type { LenientSchema } from "../schema/lenient-schema.ts";
import { lenientSchema } from "../schema/lenient-schema.ts";
import { approvedByHost, runApproved } from "./run-approved.ts";
import type { ToolOptions } from "./tool-options.ts";
import { isGuarded, isValidInput, selectActions } from "./tool-options.ts";

export type { ToolOptions } from "./tool-options.ts";

/** A tool of the AI SDK. */
export interface AiSdkTool<Name extends ActionName> {
  title: string;
  description: string;
  inputSchema: LenientSchema<ActionInputs[Name]>;
  /** Explicit, because OpenAI's Responses API turns it on where it is absent. */
  strict: false;
  /** Asks for approval of a valid input only. The SDK then returns a request for approval instead of running the tool. */
  needsApproval: (input: ActionInputs[Name]) => boolean;
  execute: (input: ActionInputs[Name], call: { abortSignal?: AbortSignal }) => Promise<ActionOutputs[Name]>;
}

/** The tools by name, as `generateText`, `streamText` and agents take them. */
export type AiSdkTools<Name extends ActionName = ActionName> = { [Key in Name]: AiSdkTool<Key> };

/**
 * The actions as tools: `generateText({ model, prompt, tools: aiSdkTools({ apiKey }) })`.
 *
 * @throws InstantlyError `invalid_config` or `invalid_request` for invalid options.
 */
export function aiSdkTools<Name extends ActionName = ActionName>(
  context: ActionContext,
  options: ToolOptions<Name> = {},
): AiSdkTools<Name> {
  const tools = selectActions(options, []).map((action) => {
    const { name, title, description, inputSchema } = action;
    const guarded = isGuarded(action, options);
    return [
      name,
      {
        title,
        description,
        inputSchema: lenientSchema(inputSchema),
        strict: false,
        needsApproval: (input: unknown) => guarded && isValidInput(action, input),
        execute: (input: unknown, { abortSignal }: { abortSignal?: AbortSignal } = {}) =>
          runApproved({ action, input, context, isGuarded: guarded, approve: approvedByHost, signal: abortSignal }),
      },
    ];
  });
  return Object.fromEntries(tools) as AiSdkTools<Name>;
}
