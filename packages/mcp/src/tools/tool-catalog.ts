import type { Action, ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import type { Schema } from "./inline-references.ts";
import { leanInput, leanOutput } from "./lean-schema.ts";
import { listOf } from "./own-arguments.ts";
import { toolIcons } from "./tool-icon.ts";

/** What is known about a tool before it is called. Plain data: the bundled command contains it instead of the actions. */
export interface CatalogTool {
  readonly name: ActionName;
  readonly isReadOnly: boolean;
  /** The names of the fields of list items. */
  readonly fields: readonly string[] | undefined;
  readonly title: string;
  readonly description: string;
  readonly annotations: Readonly<Record<string, boolean>>;
  readonly icons: { readonly src: string }[];
  /** The properties and the required names of its lean input schema. */
  readonly input: { readonly properties: Schema; readonly required: readonly string[] | undefined };
  readonly output: Schema;
  /** The properties where they are the same as those of another tool that is listed, too. */
  readonly beside: { readonly tool: ActionName; readonly properties: Schema } | undefined;
}

/** All tools, in the order in which they are listed. */
export const toolCatalog: readonly CatalogTool[] = Object.values(actions).map((action) =>
  catalogTool(action as Action),
);

function catalogTool(action: Action): CatalogTool {
  const { name, title, description, annotations, effect } = action;
  const input = leanInput({ ...action.inputSchema });
  const properties = input["properties"] as Schema;
  return {
    name,
    isReadOnly: effect === "read",
    fields: listOf(action)?.fields,
    title,
    description,
    annotations: { ...annotations },
    icons: toolIcons(action),
    input: { properties, required: input["required"] as readonly string[] | undefined },
    output: leanOutput,
    beside: name === "patch_campaign" ? { tool: "create_campaign", properties: withoutShared(properties) } : undefined,
  };
}

/** Refers to create_campaign for what is the same there. */
function withoutShared(properties: Schema): Schema {
  const shared = leanInput({ ...actions.create_campaign.inputSchema })["properties"] as Schema;
  const own = actions.patch_campaign.inputSchema.properties;
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const { type, properties: parts, items } = property as { [Key in "type" | "properties" | "items"]?: unknown };
      if (JSON.stringify(property) !== JSON.stringify(shared[name])) return [name, property];
      const isLarge = parts !== undefined || JSON.stringify(items ?? "").length > 100;
      const onPatching = /A patch [^.]+\./.exec(String(own[name]?.["description"]))?.[0] ?? "";
      return [name, isLarge ? { type, description: `As in create_campaign. ${onPatching}`.trim() } : { type }];
    }),
  );
}
