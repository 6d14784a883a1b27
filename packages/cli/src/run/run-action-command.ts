import type { ActionResult } from "@modulex-instantly/actions";
import type { ActionCommand } from "../catalog/action-command.ts";
import { actionCommands } from "../catalog/action-command.ts";
import { commandWords } from "../catalog/command-words.ts";
import { resultShape } from "../catalog/result-shape.ts";
import { CommandError } from "../command-error.ts";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { ExitCode, exitCodeOf } from "../exit-code.ts";
import type { ListFlags } from "../flags/list-flags.ts";
import type { OutputFlags } from "../flags/output-flags.ts";
import { assertCanAsk } from "../guard/ask.ts";
import { checkInput, guardWrite, needsConfirmation } from "../guard/guard-write.ts";
import type { GuardFlags } from "../guard/write-to-guard.ts";
import { readInput } from "../input/read-input.ts";
import type { Row } from "../output/fields.ts";
import { print } from "../output/print.ts";
import { duration } from "../output/progress-bar.ts";
import type { ResultPrinter } from "../output/result-printer.ts";
import { resultPrinter } from "../output/result-printer.ts";
import { safeLine } from "../output/safe-text.ts";
import { captureRequest, formatRequest } from "./capture-request.ts";
import { readPages } from "./read-pages.ts";
import { verifyingCommand } from "./verifying-command.ts";

/** The flags of the command of an action. Those of its parameters are read by name. */
export type ActionFlags = WorkspaceFlags & OutputFlags & GuardFlags & ListFlags & Readonly<Record<string, unknown>>;

/**
 * Runs the command of an action and prints its result.
 *
 * @throws CommandError with the exit code for every failure.
 */
export async function runActionCommand(
  context: CliContext,
  command: ActionCommand,
  flags: ActionFlags,
  word: string | undefined,
): Promise<void> {
  const { getAction } = await import("@modulex-instantly/actions");
  const action = getAction(command.action.name as Parameters<typeof getAction>[0]);
  const printer = await resultPrinter(context, command, flags);
  const given = await readInput(command, flags, word, context.stdin);
  const isWrite = command.action.effect !== "read";
  if (isWrite && !flags.dryRun && needsConfirmation(command)) {
    assertCanAsk(context, flags.yes, `${command.group} ${command.verb}`);
  }
  const input = await checkInput(context, given, flags);
  let last: ActionResult | undefined;
  const onResult = (result: ActionResult): void => {
    last = result;
  };
  // Everything that can be known without the network is checked before anything is read.
  if (isWrite || flags.dryRun) {
    let output: Row = {};
    const request = await captureRequest(async (client) => {
      output = await action.run(input as never, { client, onResult });
    });
    if (request === undefined) throw failure(command, input, output, last);
    if (flags.dryRun) {
      await print(context.stdout, formatRequest(request, printer.format));
      return;
    }
  }
  const workspace = await context.openWorkspace(flags, isWrite);
  try {
    const guarded = isWrite ? await guardWrite(context, command, input, flags, workspace) : input;
    const run = (page: Row): Promise<Row> =>
      action.run(page as never, {
        client: workspace.client,
        signal: context.signal,
        onResult,
        onWait: ({ reason, waitMs }) => reportWait(context, reason, waitMs),
      });
    const output = await readResult(context, command, flags, guarded, run, printer);
    await printer.finish(output);
    if (output["success"] !== true) throw failure(command, guarded, output, last);
  } finally {
    await workspace.close();
  }
}

async function readResult(
  context: CliContext,
  command: ActionCommand,
  { all, max }: ListFlags,
  input: Row,
  run: (input: Row) => Promise<Row>,
  printer: ResultPrinter,
): Promise<Row> {
  const { listField } = resultShape(command.action);
  if (listField !== undefined && (all || max !== undefined)) {
    return readPages(context, { listField, max: max ?? Number.POSITIVE_INFINITY, input, run }, printer);
  }
  const output = await run(input);
  if (listField !== undefined && printer.isStreaming && output["success"] === true) {
    await printer.page(output[listField] as readonly Row[]);
  }
  return output;
}

/** The error of a failed action, with the command that verifies an open outcome. */
function failure(command: ActionCommand, input: Row, output: Row, result: ActionResult | undefined): CommandError {
  const commands = actionCommands();
  const exitCode = exitCodeOf(result?.code ?? null, result?.outcome ?? null);
  const lines = [safeLine(commandWords(String(output["error"]), command, commands))];
  if (exitCode === ExitCode.unknownOutcome) {
    const verify = verifyingCommand(command, input, commands);
    lines.push(
      "It is unknown whether this happened. Do not run it again before you have checked:",
      `  ${safeLine(verify ?? "look in the app")}`,
    );
  }
  const resume = output["resume"] as { readonly count: number; readonly starting_after: string } | undefined;
  if (resume)
    lines.push(`${resume.count} were read before. Go on with --starting-after ${safeLine(resume.starting_after)}`);
  return new CommandError(lines.join("\n"), exitCode);
}

function reportWait({ stderr }: CliContext, reason: string, waitMs: number | null): void {
  if (stderr.isTTY !== true || (waitMs ?? 1000) < 1000) return;
  const time = waitMs === null ? "" : ` ${duration(waitMs / 1000)}`;
  stderr.write(`Waiting${time}: ${reason === "rate_limit" ? "the rate limit" : "before the request is repeated"}\n`);
}
