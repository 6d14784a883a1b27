import type { ActionName } from "@modulex-instantly/actions";
import { ownProperties } from "./own-arguments.ts";
import type { CatalogTool } from "./tool-catalog.ts";
import { toolCatalog } from "./tool-catalog.ts";
import type { ToolDescription } from "./tool-description.ts";

/** What decides how tools are described. */
export interface ToolProfile {
  readonly schemas: "lean" | "full";
  readonly confirmsInTwoSteps: boolean;
}

/** Describes the tools. In the lean profile, where two of them share a large part, only the first has it. */
export async function describeTools(
  names: readonly ActionName[],
  { schemas, confirmsInTwoSteps }: ToolProfile,
): Promise<ToolDescription[]> {
  const listed = toolCatalog.filter(({ name }) => names.includes(name));
  const described = listed.map((tool) => leanDescription(tool, names, confirmsInTwoSteps));
  if (schemas === "lean") return described;
  // Loaded on demand: it needs the actions, which take longer to load than the rest of the server.
  const { withFullSchemas } = await import("./full-schemas.ts");
  return described.map(withFullSchemas);
}

function leanDescription(
  { name, title, description, annotations, icons, input, output, beside, fields, isReadOnly }: CatalogTool,
  names: readonly ActionName[],
  confirmsInTwoSteps: boolean,
): ToolDescription {
  const isBeside = beside !== undefined && names.includes(beside.tool);
  const own = ownProperties(fields, confirmsInTwoSteps && !isReadOnly);
  return {
    name,
    title,
    description,
    inputSchema: {
      type: "object",
      properties: { ...(isBeside ? beside.properties : input.properties), ...own },
      ...(input.required && { required: input.required }),
    },
    outputSchema: { ...output, type: "object" },
    annotations,
    icons,
  };
}
