import { actions } from "@modulex-instantly/actions";
import type { Schema } from "./inline-references.ts";
import { inlineReferences } from "./inline-references.ts";
import { CONFIRMATION_TOKEN, FIELDS } from "./own-arguments.ts";
import type { ToolDescription } from "./tool-description.ts";

/** Replaces the lean schemas of a tool by the complete ones of its action, with all references inlined. */
export function withFullSchemas(tool: ToolDescription): ToolDescription {
  const action = actions[tool.name];
  const input = inlineReferences({ ...action.inputSchema });
  const lean = tool.inputSchema["properties"] as Schema;
  const own = Object.fromEntries(
    [FIELDS, CONFIRMATION_TOKEN].flatMap((name) => (name in lean ? [[name, lean[name]]] : [])),
  );
  return {
    ...tool,
    inputSchema: { ...input, type: "object", properties: { ...(input["properties"] as Schema), ...own } },
    outputSchema: { ...inlineReferences({ ...action.outputSchema }), type: "object" },
  };
}
