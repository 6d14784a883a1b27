import type { ActionCommand } from "../catalog/action-command.ts";
import { interruptedError, usageError } from "../command-error.ts";
import type { CliContext, OpenWorkspace } from "../context.ts";
import { safeLine } from "../output/safe-text.ts";
import { guardActivation } from "./activation.ts";
import { askYesNo, assertCanAsk } from "./ask.ts";
import { guardDeletion } from "./deletion.ts";
import { fixLineBreaks } from "./fix-line-breaks.ts";
import { readKnownSenders, senderIssue } from "./known-senders.ts";
import type { Preview } from "./preview.ts";
import { printPreview } from "./preview.ts";
import { guardReply } from "./reply.ts";
import { delayIssues } from "./sequence-issues.ts";
import type { GuardFlags, WriteToGuard } from "./write-to-guard.ts";

type Input = Readonly<Record<string, unknown>>;

/** What is read before the actions that need a confirmation. */
const GUARDS: Readonly<Record<string, (write: WriteToGuard) => Promise<Preview>>> = {
  reply_to_email: guardReply,
  activate_campaign: guardActivation,
  delete_leads: guardDeletion,
};

/**
 * Checks an input without the network: the delays of a sequence, and texts whose line breaks would be lost.
 *
 * @returns the input, with converted texts if the person wants that.
 * @throws CommandError that names the field and the flag that skips the check.
 */
export async function checkInput(context: CliContext, input: Input, flags: GuardFlags): Promise<Input> {
  const [delay] = flags.skipChecks ? [] : delayIssues(input["sequences"]);
  if (delay !== undefined) throw usageError(`${delay}. --skip-checks sends it anyway`);
  return fixLineBreaks(context, input, flags);
}

/** Whether a command asks before it runs. */
export function needsConfirmation({ action }: ActionCommand): boolean {
  return action.approval === "required" || action.effect === "send" || action.effect === "delete";
}

/**
 * Checks a write with what can be read, and asks a person if it sends, activates or deletes.
 *
 * @returns the input to run with.
 * @throws CommandError if a check fails, if nobody can be asked, or if the person declines.
 */
export async function guardWrite(
  context: CliContext,
  command: ActionCommand,
  input: Input,
  flags: GuardFlags,
  { client, name }: OpenWorkspace,
): Promise<Input> {
  const { signal, stderr } = context;
  const warn = (message: string): void => {
    stderr.write(`Note: ${safeLine(message)}\n`);
  };
  const write: WriteToGuard = { input, flags, client, signal, warn };
  if (Array.isArray(input["email_list"]) && !flags.skipChecks) await checkSenders(write, input["email_list"]);
  if (!needsConfirmation(command)) return input;
  assertCanAsk(context, flags.yes, `${command.group} ${command.verb}`);
  const guard = GUARDS[command.action.name];
  const preview = guard === undefined ? inputPreview(command, input) : await guard(write);
  if (flags.yes) return input;
  await printPreview(context, { ...preview, lines: [["Workspace", name], ...preview.lines] });
  if (!(await askYesNo(context, preview.question))) throw interruptedError();
  return preview.input ?? input;
}

/** Refuses senders that are none of the workspace. */
async function checkSenders({ client, signal }: WriteToGuard, senders: readonly unknown[]): Promise<void> {
  const known = await readKnownSenders(client, signal);
  const issue = senders.flatMap((sender) => senderIssue(String(sender), known) ?? [])[0];
  if (issue !== undefined) throw usageError(`--email-list: ${issue}. --skip-checks uses it anyway`);
}

/** An action that has no preview of its own. */
function inputPreview({ action }: ActionCommand, input: Input): Preview {
  const lines = Object.entries(input).map(
    ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  return { question: `${action.title}?`, lines };
}
