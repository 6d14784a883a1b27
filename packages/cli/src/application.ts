import type { Application, ApplicationText } from "@stricli/core";
import { buildApplication, proposeCompletions, run, text_en } from "@stricli/core";
import { actionCommands } from "./catalog/action-command.ts";
import { PROGRAM } from "./catalog/command-words.ts";
import { usageError } from "./command-error.ts";
import { rootRoutes } from "./commands/route-map.ts";
import { COMPLETE } from "./completion/completion-script.ts";
import type { CliContext } from "./context.ts";
import { errorMessage, exitCodeOfThrown } from "./error-message.ts";
import { ExitCode } from "./exit-code.ts";
import { mistypedCommand } from "./nearest-name.ts";
import { print } from "./output/print.ts";
import { safeJson } from "./output/safe-text.ts";
import { version } from "./version.gen.ts";

/** Builds the application with all commands. */
function createApplication(): Application<CliContext> {
  return buildApplication(rootRoutes(), {
    name: PROGRAM,
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
    documentation: { onlyRequiredInUsageLine: true, disableAnsiColor: true },
    localization: { text },
    determineExitCode: exitCodeOfThrown,
  });
}

/** Runs the command that the words name. The exit code is left in `context.process`. */
export async function runCli(words: readonly string[], context: CliContext): Promise<void> {
  const application = createApplication();
  try {
    const given = normalizeWords(words);
    if (given[0] === COMPLETE) return await printProposals(application, given.slice(1), context);
    if (asksForTree(given)) return await printTree(application, given, context);
    await run(application, given, context);
  } catch (error) {
    context.stderr.write(`${prefixed(error)}\n`);
    context.process.exitCode = exitCodeOfThrown(error);
  }
  const code = Number(context.process.exitCode ?? 0);
  // The library uses negative codes for unknown commands and flags; those above are bugs.
  if (code < 0) context.process.exitCode = code <= UNKNOWN_COMMAND_OR_FLAG ? ExitCode.usage : ExitCode.failure;
}

const UNKNOWN_COMMAND_OR_FLAG = -4;

/** Prints what the last word may be completed to, with explanations after a tab. */
async function printProposals(
  application: Application<CliContext>,
  words: readonly string[],
  context: CliContext,
): Promise<void> {
  const found = await proposeCompletions(application, words, context);
  const lines = found.map(({ completion, brief }) => `${completion}\t${brief.split(". ")[0]?.replace(/\s+/g, " ")}\n`);
  await print(context.stdout, lines.join(""));
}

function asksForTree(words: readonly string[]): boolean {
  return words.includes("--json") && (words.includes("--help") || words.includes("-h"));
}

async function printTree(
  application: Application<CliContext>,
  words: readonly string[],
  { stdout }: CliContext,
): Promise<void> {
  const { commandTree } = await import("./completion/command-tree.ts");
  const prefix = words.slice(
    0,
    words.findIndex((word) => word.startsWith("-")),
  );
  const tree = await commandTree(application, version, prefix);
  if (tree.commands.length === 0) throw usageError(`there is no command "${prefix.join(" ")}"`);
  await print(stdout, `${safeJson(tree, 2)}\n`);
}

const text: ApplicationText = {
  ...text_en,
  exceptionWhileRunningCommand: prefixed,
  exceptionWhileLoadingCommandFunction: prefixed,
  exceptionWhileParsingArguments: prefixed,
  commandErrorResult: prefixed,
  noCommandRegisteredForInput: ({ input, corrections }) => prefixed(usageError(unknownCommand(input, corrections))),
};

/** The message for an unknown command. People may type the name of an action, such as `list_leads`. */
function unknownCommand(input: string, corrections: readonly string[]): string {
  const typed = new Map(actionCommands().map((command) => [command.action.name, command]));
  const near = corrections.map((correction) => correction.replaceAll("`", ""));
  const command = typed.get(mistypedCommand(input, [...typed.keys()]) ?? "");
  const longer = near.find((name) => input.length > 2 && name.includes(input.toLowerCase()));
  const meant = mistypedCommand(input, near) ?? longer ?? (command && `${command.group} ${command.verb}`);
  return `there is no command "${input}"${meant === undefined ? "; --help lists all" : ` (did you mean "${meant}"?)`}`;
}

function prefixed(thrown: unknown): string {
  return `${PROGRAM}: ${errorMessage(thrown)}`;
}

/** Flags that people try for a key. */
const KEY_FLAGS = /^(?:api[-_]?)?(?:key|token|secret)$/i;
const NO_KEY_FLAG =
  "there is no flag for the key, because other users and the history of the shell can see flags. Set INSTANTLY_API_KEY, " +
  "run `modulex-instantly login`, or pass it to --key-stdin through a pipe";

/** `--lead_id` is `--lead-id`, and `--search=` is an empty value. After `--` everything stays as it is. */
function normalizeWords(words: readonly string[]): string[] {
  const end = words.indexOf("--");
  const flags = end === -1 ? words : words.slice(0, end);
  const normalized = flags.flatMap((word) => {
    const [, name = "", value] = /^--([a-z][\w-]*)(?:=(.*))?$/is.exec(word) ?? [];
    if (name === "") return [word];
    if (KEY_FLAGS.test(name)) throw usageError(`--${name}: ${NO_KEY_FLAG}`);
    const flag = `--${name.replaceAll("_", "-")}`;
    if (value === undefined) return [flag];
    return value === "" ? [flag, ""] : [`${flag}=${value}`];
  });
  return [...normalized, ...(end === -1 ? [] : words.slice(end))];
}
