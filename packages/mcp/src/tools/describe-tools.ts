import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import type { Schema } from "./inline-references.ts";
import { inlineReferences } from "./inline-references.ts";
import { leanInput, leanOutput } from "./lean-schema.ts";
import { ownProperties } from "./own-arguments.ts";
import { toolIcons } from "./tool-icon.ts";

/** A tool as a client receives it. */
export interface ToolDescription {
  readonly name: ActionName;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Schema & { readonly type: "object" };
  readonly outputSchema: Schema & { readonly type: "object" };
  readonly annotations: Readonly<Record<string, boolean>>;
  readonly icons: { readonly src: string }[];
}

/** What decides how tools are described. */
export interface ToolProfile {
  readonly schemas: "lean" | "full";
  readonly confirmsInTwoSteps: boolean;
}

/** Describes the tools. Where two of them share a large part, only the first has it. */
export function describeTools(names: readonly ActionName[], profile: ToolProfile): ToolDescription[] {
  return names.map((name) => {
    const action = actions[name];
    const isLean = profile.schemas === "lean";
    const input = isLean ? leanInput({ ...action.inputSchema }) : inlineReferences({ ...action.inputSchema });
    const properties = { ...(input["properties"] as Schema), ...ownProperties(action, profile.confirmsInTwoSteps) };
    const shared = isLean && name === "patch_campaign" && names.includes("create_campaign");
    return {
      name,
      title: action.title,
      description: action.description,
      inputSchema: { ...input, type: "object", properties: shared ? withoutShared(properties) : properties },
      outputSchema: {
        ...(isLean ? leanOutput : inlineReferences({ ...action.outputSchema })),
        type: "object",
      },
      annotations: { ...action.annotations },
      icons: toolIcons(action),
    };
  });
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
