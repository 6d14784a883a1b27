import type { ActionContext } from "../action-context.ts";
import type { ActionOutcome } from "../action-outcome.ts";
import { isActionName, unknownAction } from "../get-action.ts";
import type { UnknownActionOutput } from "../run-action.ts";
import { runApproved } from "./run-approved.ts";
import type { ApprovedToolOptions } from "./tool-options.ts";
import { isGuarded, selectActions } from "./tool-options.ts";

/** A call by name, as a model has sent it. A string input is JSON. */
interface NamedCall {
  readonly name: unknown;
  readonly input: unknown;
  readonly callId: string | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

/** The result as JSON for the model, and whether it is a success. */
type NamedResult =
  | { readonly text: string; readonly success: true }
  | { readonly text: string; readonly success: false; readonly error: string };

/**
 * Runs a call by name. It returns the result as JSON for the model. A name that the options do not offer is a failed
 * result, too.
 *
 * @throws InstantlyError for invalid options.
 */
export async function runNamedCall(
  { name, input, callId, signal }: NamedCall,
  context: ActionContext,
  options: ApprovedToolOptions,
): Promise<NamedResult> {
  const offered = selectActions(options);
  const action = offered.find((each) => each.name === name);
  const names = offered.map((each) => each.name);
  const result: ActionOutcome | UnknownActionOutput = action
    ? await runApproved({
        action,
        input: parsed(input),
        context,
        callId,
        signal,
        isGuarded: isGuarded(action, options),
        approve: options.approve,
      })
    : {
        success: false,
        error: isActionName(name) ? `The action ${name} is not offered here` : unknownAction(name, names),
      };
  const text = JSON.stringify(result);
  return result.success ? { text, success: true } : { text, success: false, error: result.error };
}

/** A text that is no JSON is kept: validating it says what is wrong. */
function parsed(input: unknown): unknown {
  if (typeof input !== "string") return input;
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}
