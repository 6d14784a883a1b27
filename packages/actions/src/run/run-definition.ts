import type { CallEvent, CallOptions } from "@modulex-instantly/client";
import { errorText, InstantlyError } from "@modulex-instantly/client";
import type { ActionDefinition } from "../action.ts";
import type { ActionContext, ActionResult, ActionWait } from "../action-context.ts";
import type { FailedOutcome } from "../action-outcome.ts";
import { outputSchemas } from "../generated/action-schemas.gen.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "../generated/action-types.gen.ts";
import { successFields } from "../generated/success-fields.gen.ts";
import { validateInput } from "../input/validate-input.ts";
import { projectResult, projectSuccess } from "../results/project-result.ts";
import { readableCopy } from "../results/readable-copy.ts";
import type { FailedRun } from "./action-error.ts";
import { actionError, unreadableError } from "./action-error.ts";
import type { CheckedContext } from "./read-context.ts";
import { readContext } from "./read-context.ts";

/**
 * Runs a definition from input to result. It never rejects, whatever the input, the context and the client are: an error
 * they throw becomes a failed result, and an unreadable part of a result becomes null.
 */
export async function runDefinition<Name extends ActionName, Data>(
  definition: ActionDefinition<Name, Data>,
  input: unknown,
  context: ActionContext,
): Promise<ActionOutputs[Name]> {
  const { name } = definition;
  const startedAt = performance.now();
  const progress: Progress = { isCalled: false, last: undefined };
  const failedRun = (): FailedRun => ({ name, isCalled: progress.isCalled, startedAt });
  let output: Record<string, unknown> | undefined;
  let failure: InstantlyError | undefined;
  try {
    output = successOf(definition, await callClient(definition, input, context, progress));
    if (output === undefined) {
      failure = unreadableError("the result of the client cannot be read", "applied_unverified", failedRun());
    }
  } catch (thrown) {
    failure = actionError(thrown, failedRun());
  }
  const { last } = progress;
  notifyOnResult(context, {
    action: name,
    success: failure === undefined,
    code: failure?.code ?? null,
    status: failure?.status ?? last?.status ?? null,
    outcome: failure?.outcome ?? null,
    retryable: failure?.retryable ?? false,
    retryAfterMs: failure?.retryAfterMs ?? null,
    attempts: failure?.attempts ?? last?.attempt ?? 0,
    durationMs: performance.now() - startedAt,
  });
  const result = failure ? failedResult(name, failure) : output;
  return result as unknown as ActionOutputs[Name];
}

/** The result of a failed run: the error in one line, and no data. */
export function failedResult(name: ActionName, failure: InstantlyError): FailedOutcome {
  const error = errorText(failure);
  return { ...projectResult(outputSchemas[name], { success: false, error }), success: false, error };
}

/** The progress of a run. */
interface Progress {
  isCalled: boolean;
  last: CallEvent | undefined;
}

async function callClient<Name extends ActionName, Data>(
  definition: ActionDefinition<Name, Data>,
  input: unknown,
  context: ActionContext,
  progress: Progress,
): Promise<Data> {
  const validInput = requireValidInput(definition, input, context);
  const checkedContext = readContext(context);
  const recordEvent = (event: CallEvent) => {
    progress.last = event;
  };
  const { client, signal, timeouts } = checkedContext;
  const hooks = { onRequest: recordEvent, onResponse: recordEvent, ...waitHooks(definition.name, checkedContext) };
  const options: CallOptions = { signal, timeouts, hooks };
  progress.isCalled = true;
  return definition.call(validInput, { client, options });
}

/** The hooks that report the waits of a run to `onWait`. */
function waitHooks(
  action: ActionName,
  { onWait }: CheckedContext,
): Pick<NonNullable<CallOptions["hooks"]>, "onWait" | "onRetry"> {
  if (!onWait) return {};
  const report = (reason: ActionWait["reason"], { delayMs, attempt }: CallEvent) =>
    onWait({ action, reason, waitMs: delayMs === undefined ? null : Math.ceil(delayMs), attempts: attempt });
  return {
    onWait: (event) => report("rate_limit", event),
    onRetry: (event) => report(event.code === "rate_limited" ? "rate_limit" : "retry", event),
  };
}

/** The result of a successful run; undefined if the data of the client is unreadable or lacks what the result always has. */
function successOf<Name extends ActionName, Data>(
  { name, result }: ActionDefinition<Name, Data>,
  data: Data,
): Record<string, unknown> | undefined {
  for (const read of [() => data, () => readableCopy(data) as Data]) {
    try {
      const output = projectSuccess(outputSchemas[name], { ...result(read()) }, successFields[name]);
      if (output) return output;
    } catch {
      // A property threw: try again with a copy of the properties that can be read.
    }
  }
  return undefined;
}

function requireValidInput<Name extends ActionName, Data>(
  definition: ActionDefinition<Name, Data>,
  input: unknown,
  context: ActionContext,
): ActionInputs[Name] {
  const { name, rule } = definition;
  const result = validateInput(name, input, { sendUnknownValues: sendsUnknownValues(context), rule });
  if (result.issues) throw invalidInput(name, result.issues);
  return result.value;
}

function sendsUnknownValues(context: ActionContext): boolean {
  try {
    return context?.sendUnknownValues === true;
  } catch {
    return false;
  }
}

/** The error for an input with issues. */
export function invalidInput(name: ActionName, issues: readonly { readonly message: string }[]): InstantlyError {
  const message = issues.map((issue) => issue.message).join("; ");
  return new InstantlyError(`${name}: ${message}`, { code: "invalid_request", outcome: "not_sent" });
}

function notifyOnResult(context: ActionContext, result: ActionResult): void {
  // An error of the caller's listener must not turn a sent email into a failure.
  const notify = async () => context?.onResult?.(result);
  notify().catch(() => undefined);
}
