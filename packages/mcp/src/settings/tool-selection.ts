import type { ActionName } from "@modulex-instantly/actions";
import { toolCatalog } from "../tools/tool-catalog.ts";
import { toolHint } from "./nearest-name.ts";
import { SettingsError } from "./settings-error.ts";

/** The names of all tools, in the order in which they are listed. */
const toolNames: readonly ActionName[] = toolCatalog.map(({ name }) => name);

const readOnlyNames: ReadonlySet<string> = new Set(
  toolCatalog.filter(({ isReadOnly: reads }) => reads).map(({ name }) => name),
);

/**
 * The tools of a deployment: all that only read, and the named ones.
 *
 * @throws SettingsError for an unknown name, with the nearest one.
 */
export function deployedTools(allowed: readonly ActionName[]): readonly ActionName[] {
  return toolNames.filter((name) => isReadOnly(name) || allowed.includes(name));
}

/** How a request narrows the tools of the deployment. */
export interface Narrowing {
  readonly readOnly: boolean;
  /** Only these tools; undefined for no restriction. */
  readonly tools: readonly ActionName[] | undefined;
}

/** The tools that a request may use. A narrowing only removes tools. */
export function narrowedTools(deployed: readonly ActionName[], { readOnly, tools }: Narrowing): readonly ActionName[] {
  return deployed.filter((name) => (!readOnly || isReadOnly(name)) && (tools === undefined || tools.includes(name)));
}

/**
 * Reads a list of tool names that are separated by commas.
 *
 * @throws SettingsError naming the setting for an unknown or missing name.
 */
export function readToolNames(setting: string, text: string): readonly ActionName[] {
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if (name === "")
      throw new SettingsError(`${setting}: expected tool names separated by commas, such as create_lead`);
    if (!isToolName(name)) {
      const shown = JSON.stringify(name.slice(0, 80));
      throw new SettingsError(`${setting}: there is no tool ${shown}${toolHint(name, toolNames)}`);
    }
  }
  return names as ActionName[];
}

/** Whether there is a tool with this name, allowed or not. */
export function isToolName(name: string): name is ActionName {
  return (toolNames as readonly string[]).includes(name);
}

/** Whether a tool changes nothing. */
function isReadOnly(name: ActionName): boolean {
  return readOnlyNames.has(name);
}
