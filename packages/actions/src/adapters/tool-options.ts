import { InstantlyError } from "@modulex-instantly/client";
import type { ListedAction } from "../action-list.ts";
import { actionList } from "../action-list.ts";
import type { ActionName } from "../generated/action-types.gen.ts";
import { getAction } from "../get-action.ts";
import { quote } from "../input/describe-value.ts";
import { didYouMean } from "../input/nearest-name.ts";
import type { Approve } from "./run-approved.ts";

/** Which actions become tools, and which of them a person must approve. */
export interface ToolOptions<Name extends ActionName = ActionName> {
  /** The actions to offer. Default: all. */
  readonly only?: readonly Name[] | undefined;
  /** `required` (default): the actions that send or delete. `recommended`: also those that change data. */
  readonly approvalFor?: "required" | "recommended" | undefined;
}

/** Options for hosts that do not ask a person themselves. */
export interface ApprovedToolOptions<Name extends ActionName = ActionName> extends ToolOptions<Name> {
  /** Asks a person. Without it, an action that a person must approve is refused. */
  readonly approve?: Approve | undefined;
}

const NAMES = ["only", "approvalFor"];
const LEVELS: readonly unknown[] = [undefined, "required", "recommended"];

/**
 * Selects the actions of the options.
 *
 * @param more the names of the other options of the host.
 * @throws InstantlyError `invalid_config` naming an unknown option or value, `invalid_request` naming an unknown action.
 */
export function selectActions(options: ToolOptions, more: readonly string[] = ["approve"]): readonly ListedAction[] {
  const known = [...NAMES, ...more];
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw invalidOption(`${quote(name)} is not a known option${didYouMean(name, known)}`);
  }
  const { only, approvalFor } = options;
  if (!LEVELS.includes(approvalFor)) throw invalidOption("approvalFor must be required or recommended");
  if (only !== undefined && !Array.isArray(only)) throw invalidOption("only must be an array of names of actions");
  const names: readonly ActionName[] | undefined = only?.map((name: ActionName) => getAction(name).name);
  return actionList.filter(({ name }) => names === undefined || names.includes(name));
}

/** Whether a person must approve a run of the action. */
export function isGuarded({ approval }: ListedAction, { approvalFor }: ToolOptions): boolean {
  return approval === "required" || (approval === "recommended" && approvalFor === "recommended");
}

/** Whether an input is valid, so that it makes sense to ask a person about it. */
export function isValidInput({ inputSchema }: ListedAction, input: unknown): boolean {
  const result = inputSchema["~standard"].validate(input);
  return !(result instanceof Promise) && result.issues === undefined;
}

function invalidOption(message: string): InstantlyError {
  return new InstantlyError(message, { code: "invalid_config", outcome: "not_sent" });
}
