import type { OperationId } from "../operation.ts";
import type { OperationRequests } from "../operation-requests.gen.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import type { Unknowns } from "../unknowns.ts";
import type { Mode } from "../wire/mode.ts";

/** Where a call takes place and in which manner it is answered. */
export interface Scene {
  readonly world: World;
  readonly workspace: Workspace;
  readonly mode: Mode;
  readonly unknowns: Unknowns;
  /** The only accounts that may send; undefined lets every address in an `email_list` connect itself. */
  readonly accounts: readonly string[] | undefined;
}

/** A good answer and how many things it created, changed, deleted or mailed. */
export interface Answer<Id extends OperationId> {
  readonly status?: number;
  readonly body: OperationRequests[Id]["response"];
  readonly effects: number;
}

/**
 * Carries out one operation on the state, after validation.
 *
 * @throws Refusal with the status and the message the API would answer with.
 */
export type Handler<Id extends OperationId> = (
  request: Pick<OperationRequests[Id], "params" | "query" | "body">,
  scene: Scene,
) => Answer<Id>;
