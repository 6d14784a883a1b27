import type { Application, Command, RouteMap } from "@stricli/core";
import { actionCommands } from "../catalog/action-command.ts";
import { typedFlag } from "../catalog/parameter.ts";
import type { CliContext } from "../context.ts";
import { exitCodeMeanings } from "../exit-code.ts";

/** A flag as data. */
interface FlagDescription {
  readonly flag: string;
  readonly type: "boolean" | "value";
  readonly description: string;
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly choices?: readonly string[];
}

/** A command as data. */
interface CommandDescription {
  readonly command: string;
  readonly summary: string;
  readonly description: string;
  readonly action?: string;
  readonly effect?: string;
  readonly approval?: string;
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
  readonly flags: readonly FlagDescription[];
}

/** All commands as data, for programs. */
export interface CommandTree {
  readonly name: string;
  readonly version: string;
  readonly exit_codes: Readonly<Record<string, string>>;
  readonly commands: readonly CommandDescription[];
}

type Target = Command<CliContext> | RouteMap<CliContext>;

/**
 * Describes the commands of an application.
 *
 * @param prefix the first words of the commands to describe; empty for all.
 */
export async function commandTree(
  { root, config }: Application<CliContext>,
  version: string,
  prefix: readonly string[],
): Promise<CommandTree> {
  const commands = await describeTarget(root, []);
  const start = prefix.join(" ");
  return {
    name: config.name,
    version,
    exit_codes: Object.fromEntries(exitCodeMeanings.map(([code, meaning]) => [String(code), meaning])),
    commands: commands.filter(({ command }) => start === "" || command === start || command.startsWith(`${start} `)),
  };
}

async function describeTarget(target: Target, path: readonly string[]): Promise<CommandDescription[]> {
  if (!("getAllEntries" in target)) return [await describeCommand(target, path)];
  const entries = target.getAllEntries().filter(({ hidden }) => !hidden);
  const described = entries.map(({ name, target: inner }) => describeTarget(inner, [...path, name.original]));
  return (await Promise.all(described)).flat();
}

async function describeCommand(
  { brief, fullDescription, parameters }: Command<CliContext>,
  path: readonly string[],
): Promise<CommandDescription> {
  const command = path.join(" ");
  const own = actionCommands().find(({ group, verb }) => `${group} ${verb}` === command);
  const required = own?.parameters.filter(({ isRequired }) => isRequired).map(({ flag }) => flag) ?? [];
  const { positional, flags = {} } = parameters;
  const words = positional?.kind === "tuple" ? positional.parameters : positional ? [positional.parameter] : [];
  const described = Object.entries(flags).map(async ([name, flag]): Promise<FlagDescription> => {
    const choices =
      flag.kind === "enum" ? flag.values : flag.kind === "parsed" ? await proposed(flag.proposeCompletions) : [];
    return {
      flag: typedFlag(name),
      type: flag.kind === "boolean" ? "boolean" : "value",
      description: flag.brief.replace(/^\(required\) /, ""),
      required: required.includes(name),
      repeatable: "variadic" in flag && flag.variadic === true,
      ...(choices.length > 0 ? { choices } : {}),
    };
  });
  return {
    command,
    summary: brief,
    description: fullDescription ?? brief,
    ...(own ? { action: own.action.name, effect: own.action.effect, approval: own.action.approval } : {}),
    arguments: words.map((word, index) => ({
      name: word.placeholder ?? `argument ${index + 1}`,
      description: word.brief,
      required: !("optional" in word && word.optional === true),
    })),
    flags: await Promise.all(described),
  };
}

async function proposed(propose: unknown): Promise<readonly string[]> {
  // The choices of a parameter do not depend on the context.
  return typeof propose === "function" ? ((await propose.call(undefined, "")) as readonly string[]) : [];
}
