import type { Application, ApplicationText } from "@stricli/core";
import { buildApplication, run, text_en } from "@stricli/core";
import { rootRoutes } from "./commands/route-map.ts";
import type { CliContext } from "./context.ts";
import { errorMessage, exitCodeOfThrown } from "./error-message.ts";
import { ExitCode } from "./exit-code.ts";
import { version } from "./version.gen.ts";

const PROGRAM = "modulex-instantly";

/** Builds the application with all commands. */
export function createApplication(): Application<CliContext> {
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
  await run(createApplication(), normalizeWords(words), context);
  const code = Number(context.process.exitCode ?? 0);
  // The library uses negative codes for unknown commands and flags; the last one is a bug.
  if (code < 0) context.process.exitCode = code <= -4 ? ExitCode.usage : ExitCode.failure;
}

const text: ApplicationText = {
  ...text_en,
  exceptionWhileRunningCommand: prefixed,
  exceptionWhileLoadingCommandFunction: prefixed,
  exceptionWhileParsingArguments: prefixed,
  commandErrorResult: prefixed,
};

function prefixed(thrown: unknown): string {
  return `${PROGRAM}: ${errorMessage(thrown)}`;
}

/** `--lead_id` is `--lead-id`, and `--search=` is an empty value. After `--` everything stays as it is. */
function normalizeWords(words: readonly string[]): string[] {
  const end = words.indexOf("--");
  const flags = end === -1 ? words : words.slice(0, end);
  const normalized = flags.flatMap((word) => {
    const [, name = "", value] = /^--([a-z][\w-]*)(?:=(.*))?$/is.exec(word) ?? [];
    if (name === "") return [word];
    const flag = `--${name.replaceAll("_", "-")}`;
    if (value === undefined) return [flag];
    return value === "" ? [flag, ""] : [`${flag}=${value}`];
  });
  return [...normalized, ...(end === -1 ? [] : words.slice(end))];
}
