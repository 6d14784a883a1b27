import { InstantlyError } from "@modulex-instantly/client";
import type { ActionContext } from "../action-context.ts";
import type { ListedAction } from "../action-list.ts";
import type { ActionOutcome } from "../action-outcome.ts";
import type { ActionName } from "../generated/action-types.gen.ts";
import { failedResult, invalidInput } from "../run/run-definition.ts";

/** For hosts that have asked a person before they run a tool. */
export const approvedByHost: Approve = () => true;

/** What a person decides about. */
export interface ApprovalRequest {
  readonly name: ActionName;
  readonly title: string;
  readonly approval: ListedAction["approval"];
  /** A copy of the valid input with which the action runs if it is approved. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The host's id of the call; undefined if it has none. */
  readonly callId: string | undefined;
}

/** Asks a person about one run. Only `true` approves it; any other value, and an error, refuse it. */
export type Approve = (request: ApprovalRequest) => boolean | Promise<boolean>;

/** A call of an action by a model. */
export interface ToolCall {
  readonly action: ListedAction;
  /** Unchecked, as the model has sent it. */
  readonly input: unknown;
  /** A function is called once; if it throws, the action is not run. */
  readonly context: ActionContext | (() => ActionContext | Promise<ActionContext>);
  /** Whether a person must approve the run. */
  readonly isGuarded: boolean;
  readonly approve?: Approve | undefined;
  readonly callId?: string | undefined;
  /** The host's signal, in addition to that of the context. */
  readonly signal?: AbortSignal | null | undefined;
}

/** LangGraph's `interrupt` throws such an error. */
const isPause = (thrown: unknown): boolean =>
  typeof thrown === "object" && thrown !== null && Reflect.get(thrown, "is_bubble_up") === true;

/**
 * Runs a call. A valid input of a guarded action is shown to a person first; an invalid one never is. It never rejects.
 *
 * `approve` cannot pause the run: when LangGraph resumes, it repeats all calls of the node, so what is sent already would
 * be sent again.
 */
export async function runApproved(call: ToolCall): Promise<ActionOutcome> {
  const { action, input, isGuarded, approve } = call;
  let context: ActionContext;
  try {
    context = withSignal(typeof call.context === "function" ? await call.context() : call.context, call.signal);
  } catch {
    return refusal(action, "invalid_config", "its context cannot be read");
  }
  if (!isGuarded) return action.run(input, context);
  const { name, title, approval } = action;
  const valid = await action.inputSchema["~standard"].validate(input);
  // Running it would validate it again, with the options of the context and without a person.
  if (valid.issues) return failedResult(name, invalidInput(name, valid.issues));
  if (!approve) return refusal(action, "invalid_config", "a person must approve it, and this host has no `approve`");
  const request = { name, title, approval, input: structuredClone(valid.value), callId: call.callId };
  try {
    if ((await approve(request)) !== true) return refusal(action, "aborted", "a person did not approve it");
  } catch (thrown) {
    if (isPause(thrown))
      return refusal(action, "invalid_config", "`approve` must not pause: use humanInTheLoopMiddleware");
    return refusal(action, "aborted", "asking a person failed");
  }
  return action.run(valid.value, context);
}

/** The result of an action that was not run. */
function refusal({ name }: ListedAction, code: "aborted" | "invalid_config", reason: string): ActionOutcome {
  return failedResult(name, new InstantlyError(`${name} was not run: ${reason}`, { code, outcome: "not_sent" }));
}

function withSignal(context: ActionContext, signal: AbortSignal | null | undefined): ActionContext {
  if (!signal || typeof context !== "object" || context === null) return context;
  return { ...context, signal: context.signal ? AbortSignal.any([context.signal, signal]) : signal };
}
