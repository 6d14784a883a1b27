import type { CallEvent, CallOptions } from "@modulex-instantly/client";
import { InstantlyError, toEnvelope } from "@modulex-instantly/client";
import type { Action, ActionDefinition } from "./action.ts";
import type { ActionContext, ActionResult, ActionWait } from "./action-context.ts";
import type { FailedRun } from "./action-error.ts";
import { actionError, unreadable } from "./action-error.ts";
import { outputSchemas } from "./action-schemas.gen.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./action-types.gen.ts";
import { projected } from "./projection.ts";
import type { ReadContext } from "./read-context.ts";
import { readContext } from "./read-context.ts";
import { readableCopy } from "./readable-copy.ts";
import { validateInput } from "./validate-input.ts";

/**
 * Runs a definition from input to result. It never rejects, whatever the input, the context and the client are: what
 * they throw is a failure, and what cannot be read of a result is null.
 */
export async function runDefinition<Name extends ActionName, Data>(
  definition: ActionDefinition<Name, Data>,
  { category, effect }: Pick<Action, "category" | "effect">,
  given: unknown,
  context: ActionContext,
): Promise<ActionOutputs[Name]> {
  const { name } = definition;
  const startedAt = performance.now();
  const progress: Progress = { isCalled: false, last: undefined };
  const failed = (): FailedRun => ({ name, category, effect, isCalled: progress.isCalled, startedAt });
  let data: Readonly<Record<string, unknown>> | undefined;
  let failure: InstantlyError | undefined;
  try {
    const answer = await called(definition, given, context, progress);
    data = laidOut(definition, answer);
    if (data === undefined)
      failure = unreadable("what the client returned cannot be read", "applied_unverified", failed());
  } catch (thrown) {
    failure = actionError(thrown, failed());
  }
  const { last } = progress;
  report(context, {
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
  const { success, error } = await toEnvelope(failure ? Promise.reject(failure) : Promise.resolve());
  return projected(outputSchemas[name], { ...data, success, error }) as unknown as ActionOutputs[Name];
}

/** How far a run has got. */
interface Progress {
  isCalled: boolean;
  last: CallEvent | undefined;
}

async function called<Name extends ActionName, Data>(
  definition: ActionDefinition<Name, Data>,
  given: unknown,
  context: ActionContext,
  progress: Progress,
): Promise<Data> {
  const { name } = definition;
  const input = checkedInput(definition, given, context);
  const read = readContext(context);
  const remember = (event: CallEvent) => {
    progress.last = event;
  };
  const { client, signal, timeouts } = read;
  const hooks = { onRequest: remember, onResponse: remember, ...waitHooks(name, read) };
  const options: CallOptions = { signal, timeouts, hooks };
  progress.isCalled = true;
  return definition.call(input, { client, options });
}

/** Passes on that the run waits, and for what, while it does. */
function waitHooks(
  action: ActionName,
  { onWait }: ReadContext,
): Pick<NonNullable<CallOptions["hooks"]>, "onWait" | "onRetry"> {
  if (!onWait) return {};
  const tell = (reason: ActionWait["reason"], { delayMs, attempt }: CallEvent) =>
    onWait({ action, reason, waitMs: delayMs === undefined ? null : Math.ceil(delayMs), attempts: attempt });
  return {
    onWait: (event) => tell("rate_limit", event),
    onRetry: (event) => tell(event.code === "rate_limited" ? "rate_limit" : "retry", event),
  };
}

/** The result before it is fitted to its schema; undefined when nothing of the client's answer can be read. */
function laidOut<Name extends ActionName, Data>(
  { result }: ActionDefinition<Name, Data>,
  data: Data,
): Readonly<Record<string, unknown>> | undefined {
  for (const readable of [() => data, () => readableCopy(data) as Data]) {
    try {
      return { ...result(readable()) };
    } catch {
      // The first time, a property of it threw.
    }
  }
  return undefined;
}

function checkedInput<Name extends ActionName, Data>(
  definition: ActionDefinition<Name, Data>,
  given: unknown,
  context: ActionContext,
): ActionInputs[Name] {
  const { name } = definition;
  const result = validateInput(name, given, { sendUnknownValues: sendsUnknownValues(context) });
  if (result.issues) throw invalidInput(name, result.issues.map(({ message }) => message).join("; "));
  const fault = definition.rule?.(result.value);
  if (fault !== undefined) throw invalidInput(name, fault);
  return result.value;
}

function sendsUnknownValues(context: ActionContext): boolean {
  try {
    return context?.sendUnknownValues === true;
  } catch {
    return false;
  }
}

function invalidInput(name: string, message: string): InstantlyError {
  return new InstantlyError(`${name}: ${message}`, { code: "invalid_request", outcome: "not_sent" });
}

function report(context: ActionContext, result: ActionResult): void {
  // A caller's listener, synchronous or not, must not turn a sent mail into a failure.
  const told = async () => context?.onResult?.(result);
  told().catch(() => undefined);
}
