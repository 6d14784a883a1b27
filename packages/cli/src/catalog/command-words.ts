import type { ActionCommand } from "./action-command.ts";
import { typedFlag } from "./parameter.ts";

/** The name of the command. */
export const PROGRAM = "modulex-instantly";

/** What is typed for an action, such as `modulex-instantly leads list`. */
export function typedCommand({ group, verb }: ActionCommand): string {
  return `${PROGRAM} ${group} ${verb}`;
}

/** A text of an action, with commands and flags in place of the names of actions and parameters. */
export function commandWords(
  text: string,
  { action, parameters }: ActionCommand,
  all: readonly ActionCommand[],
): string {
  const names = new Map<string, string>([
    ...all.map((other) => [other.action.name, `\`${other.group} ${other.verb}\``] as const),
    // Only names of several words: others are words of a sentence, too.
    ...parameters.filter(({ name }) => name.includes("_")).map(({ name }) => [name, typedFlag(name)] as const),
  ]);
  const own = `${action.name}: `;
  const message = text.startsWith(own) ? text.slice(own.length) : text;
  return message.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (name) => names.get(name) ?? name);
}
