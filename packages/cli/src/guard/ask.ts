import { interruptedError, usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { safeText } from "../output/safe-text.ts";

/** Asks a yes-or-no question on stderr. ^C ends the command. */
export async function askYesNo(context: CliContext, question: string): Promise<boolean> {
  const { confirm, isCancel } = await import("@clack/prompts");
  const { stdin, stderr, signal } = context;
  const answer = await confirm({
    message: safeText(question),
    initialValue: false,
    input: stdin,
    output: stderr,
    signal,
    withGuide: false,
  });
  if (isCancel(answer)) throw interruptedError();
  return answer;
}

/**
 * Ends the command unless somebody can be asked, or `--yes` was given.
 *
 * @throws CommandError that says what `--yes` would do.
 */
export function assertCanAsk({ isInteractive }: CliContext, yes: boolean | undefined, what: string): void {
  if (yes || isInteractive) return;
  throw usageError(`${what} needs a confirmation, and there is no terminal to ask on: pass --yes`);
}
