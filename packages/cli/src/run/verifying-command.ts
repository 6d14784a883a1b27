import type { ActionCommand } from "../catalog/action-command.ts";
import { typedCommand } from "../catalog/command-words.ts";
import { typedFlag } from "../catalog/parameter.ts";

/**
 * The command that shows whether a write happened: the list of the group, narrowed by what the input and its parameters
 * have in common.
 */
export function verifyingCommand(
  command: ActionCommand,
  input: Readonly<Record<string, unknown>>,
  all: readonly ActionCommand[],
): string | undefined {
  const list = all.find(({ group, verb }) => group === command.group && verb === "list");
  if (list === undefined) return undefined;
  const flags = Object.entries(input).flatMap(([name, value]) => {
    const same = list.parameters.find((parameter) => [name, ...(RELATED[name] ?? [])].includes(parameter.name));
    const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    if (same === undefined || !isPlain || name === "limit") return [];
    return value === true ? [typedFlag(same.name)] : [`${typedFlag(same.name)} ${shellWord(String(value))}`];
  });
  return [typedCommand(list), ...flags].join(" ");
}

/** Parameters of writes and those of lists that mean the same. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  email: ["contacts"],
  lead_email: ["contacts"],
  campaign_id: ["campaign"],
  name: ["search"],
};

/** Quotes a word for a POSIX shell. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
