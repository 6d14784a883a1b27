import type { Action } from "@modulex-instantly/actions";
import type { Fence } from "../guard/text/fence.ts";
import { createFence } from "../guard/text/fence.ts";
import type { GuardedResult } from "../guard/tool-guard.ts";
import type { ListShape } from "../tools/own-arguments.ts";
import { resultText } from "./result-text.ts";

type Json = Readonly<Record<string, unknown>>;

/** A result as a client receives it. */
export interface ToolResult extends Record<string, unknown> {
  readonly content: { readonly type: "text"; readonly text: string }[];
  readonly structuredContent: Record<string, unknown>;
  readonly isError: boolean;
}

/** Builds the result of a guarded call. */
export function toolResult(
  action: Pick<Action, "name" | "title">,
  { output, text, note, isError }: Extract<GuardedResult, { readonly kind: "result" }>,
  list: ListShape | undefined,
): ToolResult {
  const fence = createFence();
  const shown = text ?? resultText(action, output, list, fence);
  return {
    content: [{ type: "text", text: note === undefined ? shown : `${note}\n${shown}` }],
    structuredContent: withEnclosedBodies(output, list, fence),
    isError,
  };
}

/** Builds a result that says why a call was refused before anything was sent. */
export function refusal(action: Pick<Action, "outputSchema">, error: string): ToolResult {
  return {
    content: [{ type: "text", text: error }],
    structuredContent: { ...emptyOutput(action), success: false, error },
    isError: true,
  };
}

/** An output with every key: null, or an empty list. */
function emptyOutput({ outputSchema }: Pick<Action, "outputSchema">): Json {
  const properties = Object.entries(outputSchema.properties);
  return Object.fromEntries(properties.map(([name, { type }]) => [name, type === "array" ? [] : null]));
}

/** Hosts that show structured content to a model show the text of emails, too. */
function withEnclosedBodies(output: Json, list: ListShape | undefined, fence: Fence): Record<string, unknown> {
  const items = list?.name === "emails" ? output["emails"] : undefined;
  if (!Array.isArray(items)) return { ...output };
  return { ...output, emails: items.map((mail: Json) => withEnclosedBody(mail, fence)) };
}

function withEnclosedBody(mail: Json, fence: Fence): Json {
  const { body } = mail as { readonly body?: Json | null };
  if (body === undefined || body === null) return mail;
  const parts = Object.entries(body).map(([name, text]) => [
    name,
    typeof text === "string" && text !== "" ? fence.enclose(`email ${name}`, text) : text,
  ]);
  return { ...mail, body: Object.fromEntries(parts) as Json };
}
