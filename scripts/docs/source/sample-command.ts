import { actionCommands } from "../../../packages/cli/src/catalog/action-command.ts";
import { typedFlag } from "../../../packages/cli/src/catalog/parameter.ts";
import { sampleInput } from "./sample-run.ts";
import type { DocumentedAction } from "./site-source.ts";

/** The command that runs an action with the same input as `sampleRun`. */
export function sampleCommand(documented: DocumentedAction): string {
  const { name } = documented.action;
  const command = actionCommands().find(({ action }) => action.name === name);
  if (command === undefined) throw new Error(`${name} has no command`);
  const flags = Object.entries(sampleInput(documented)).map(([parameter, value]) => flagsOf(parameter, value));
  return [`modulex-instantly ${command.group} ${command.verb}`, ...flags].join(" \\\n  ");
}

function flagsOf(parameter: string, value: unknown): string {
  const flag = typedFlag(parameter);
  if (typeof value === "boolean") return value ? flag : flag.replace("--", "--no-");
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  if (isList) return value.map((item) => `${flag} ${shellWord(item)}`).join(" ");
  return `${flag} ${shellWord(typeof value === "object" ? JSON.stringify(value) : String(value))}`;
}

/** A word for a shell, quoted if it needs to be. */
function shellWord(text: string): string {
  return /^[\w@./:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
