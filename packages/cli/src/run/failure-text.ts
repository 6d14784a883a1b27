import type { ActionCommand } from "../catalog/action-command.ts";
import { typedFlag } from "../catalog/parameter.ts";

/** The name of the command. */
export const PROGRAM = "modulex-instantly";

/** What is typed for an action, such as `modulex-instantly leads list`. */
export function typedCommand({ group, verb }: ActionCommand): string {
  return `${PROGRAM} ${group} ${verb}`;
}

/** The error of an action, with commands and flags in place of the names of actions and parameters. */
export function failureText(error: string, command: ActionCommand, all: readonly ActionCommand[]): string {
  const names = new Map<string, string>([
    ...all.map((other) => [other.action.name, typedCommand(other)] as const),
    // Only names of several words: others are words of a sentence, too.
    ...command.parameters.filter(({ name }) => name.includes("_")).map(({ name }) => [name, typedFlag(name)] as const),
  ]);
  const own = `${command.action.name}: `;
  const message = error.startsWith(own) ? error.slice(own.length) : error;
  return message.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (name) => names.get(name) ?? name);
}

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
