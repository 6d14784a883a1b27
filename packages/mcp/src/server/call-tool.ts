import type { ServerContext } from "@modelcontextprotocol/server";
import type { Action, ActionName, ActionResult } from "@modulex-instantly/actions";
import { actions, runAction } from "@modulex-instantly/actions";
import type { ActionOutcome, GuardedResult, ToolGuard } from "../guard/tool-guard.ts";
import { leanResult, requestedFields } from "../results/lean-output.ts";
import type { ToolResult } from "../results/tool-result.ts";
import { refusal, toolResult } from "../results/tool-result.ts";
import type { ConfirmSetting } from "../settings/command-options.ts";
import { coerceArguments } from "../tools/coerce-arguments.ts";
import { CONFIRMATION_TOKEN, FIELDS, listOf } from "../tools/own-arguments.ts";
import { askPerson, confirmPort } from "./confirm-port.ts";
import { reportProgress } from "./report-progress.ts";
import type { Workspace } from "./workspace.ts";

/** What tool calls run with. */
export interface CallOptions {
  readonly tools: readonly ActionName[];
  readonly workspace: Workspace;
  /** Loaded with the first call. */
  readonly openGuard: () => Promise<ToolGuard>;
  readonly confirm: ConfirmSetting;
  readonly sessionId: string | undefined;
  /** Called when it became known that the scopes of the key allow more or fewer tools. */
  readonly onToolsChanged: () => void;
}

const KEY_ARGUMENT = /^(api[-_ ]?key|x-instantly-api-key|authorization|bearer|token)$/i;

type Elicitation = Parameters<typeof confirmPort>[1];

/** Runs a listed tool. It never throws: every outcome is a result that satisfies the output schema of the tool. */
export async function callTool(
  name: ActionName,
  given: Readonly<Record<string, unknown>>,
  options: CallOptions,
  elicitation: Elicitation,
  context: ServerContext,
): Promise<ToolResult | ReturnType<typeof askPerson>> {
  const action: Action = actions[name] as Action;
  const { workspace, tools, confirm } = options;
  if (!tools.includes(name)) return refusal(action, notAllowed(action));
  const text = jsonOf(given);
  if (text === undefined) return refusal(action, `${name}: the arguments are nested too deeply; nothing was sent.`);
  if (workspace.containsKey(text)) {
    return refusal(action, `${name}: an argument contains the API key. The server has the key; never pass it on.`);
  }
  const { [FIELDS]: fieldList, [CONFIRMATION_TOKEN]: token, ...own } = given;
  const list = listOf(action);
  const fields = requestedFields(action, list, readFields(fieldList));
  if (fields !== undefined && "error" in fields) return refusal(action, fields.error);
  const checked = checkedInput(action, coerceArguments(own, { ...action.inputSchema }));
  if ("error" in checked) return refusal(action, checked.error);
  const { input } = checked;
  const progress = reportProgress(context);
  const run = (replaced: Readonly<Record<string, unknown>> = input): Promise<ActionOutcome> =>
    runLean(action, replaced, options, context, progress.onWait, (output) => leanResult(output, list, fields));
  const client = await workspace.openClient();
  const result = await guarded(options.openGuard, {
    action,
    input,
    keyId: workspace.id,
    sessionId: options.sessionId,
    client,
    signal: context.mcpReq.signal,
    confirm: confirmPort(confirm, elicitation, token, context),
    onWait: progress.onWait,
    run,
  }).finally(progress.stop);
  if (result === undefined) {
    return refusal(action, `${name}: the server could not check this call, so nothing was sent. Try again later.`);
  }
  return result.kind === "ask" ? askPerson(result.form) : toolResult(action, result, list);
}

/** An error of the guard, for example of its Redis, means that the call was not checked. */
async function guarded(
  openGuard: CallOptions["openGuard"],
  call: Parameters<ToolGuard["run"]>[0],
): Promise<GuardedResult | undefined> {
  let hasRun = false;
  const run: typeof call.run = (input) => {
    hasRun = true;
    return call.run(input);
  };
  try {
    const guard = await openGuard();
    return await guard.run({ ...call, run });
  } catch {
    if (!hasRun) return undefined;
    const error = `${call.action.name}: the server failed after the call was made (outcome: unknown; do not repeat it, check whether it took effect)`;
    return { kind: "result", ...refusedOutput(call.action, error) };
  }
}

function refusedOutput(action: Action, error: string): { output: Record<string, unknown>; isError: true } {
  return { output: refusal(action, error).structuredContent, isError: true };
}

async function runLean(
  action: Action,
  input: Readonly<Record<string, unknown>>,
  { workspace, onToolsChanged }: CallOptions,
  { mcpReq }: ServerContext,
  onWait: ReturnType<typeof reportProgress>["onWait"],
  lean: (output: ActionOutcome["output"]) => ActionOutcome["output"],
): Promise<ActionOutcome> {
  let details: ActionResult | undefined;
  const output = await runAction(action.name as string, input, {
    client: await workspace.openClient(),
    signal: mcpReq.signal,
    onWait,
    onResult: (result) => {
      details = result;
    },
  });
  const isLacked = details?.code === "forbidden";
  if ((isLacked || output.success) && (await workspace.rememberScope(action.name, isLacked))) onToolsChanged();
  return { output: lean({ ...output }), full: { ...output }, outcome: details?.outcome ?? null };
}

type CheckedInput = { readonly input: Readonly<Record<string, unknown>> } | { readonly error: string };

function checkedInput(action: Action, given: Readonly<Record<string, unknown>>): CheckedInput {
  const validated = action.inputSchema["~standard"].validate(given);
  if (validated instanceof Promise) return { input: given };
  if (validated.issues === undefined) return { input: { ...validated.value } };
  const messages = validated.issues.map(({ message }) => message).join("; ");
  const isKey = Object.keys(given).some((name) => KEY_ARGUMENT.test(name));
  const hint = isKey ? "; the server has the key, never pass one as an argument" : "";
  return { error: `${action.name}: ${messages}${hint} (invalid_request, outcome: not_sent; do not retry)` };
}

/** Undefined if it is nested too deeply, which would also end what reads the arguments after this. */
function jsonOf(given: unknown): string | undefined {
  try {
    return JSON.stringify(given);
  } catch {
    return undefined;
  }
}

function readFields(fields: unknown): unknown {
  if (typeof fields !== "string" || !fields.startsWith("[")) return fields;
  try {
    return JSON.parse(fields);
  } catch {
    return fields;
  }
}

function notAllowed({ name, effect }: Action): string {
  const remedy = effect === "read" ? "the request excludes it" : `start the server with --allow ${name}`;
  return `${name} is not enabled on this server; nothing was sent. To enable it, ${remedy}.`;
}
