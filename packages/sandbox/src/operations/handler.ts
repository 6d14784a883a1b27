import type { Assumptions } from "../options/assumptions.ts";
import type { Mode } from "../serialize/mode.ts";
import type { OperationId } from "../spec/operation.ts";
import type { OperationRequests } from "../spec/operation-requests.gen.ts";
import type { Database } from "../state/database.ts";
import type { Workspace } from "../state/workspace.ts";

/** What a handler works with. */
export interface HandlerContext {
  readonly database: Database;
  readonly workspace: Workspace;
  readonly mode: Mode;
  readonly assumptions: Assumptions;
  /** The only sending accounts; if undefined, every address in an `email_list` is connected automatically. */
  readonly accounts: readonly string[] | undefined;
}

/** A successful response, and how many items were created, updated, deleted or sent. */
export interface HandlerResult<Id extends OperationId> {
  readonly status?: number;
  readonly body: OperationRequests[Id]["response"];
  readonly effects: number;
}

/**
 * Handles a validated request of one operation.
 *
 * @throws ApiError with the status and the message of the API's response.
 */
export type Handler<Id extends OperationId> = (
  request: Pick<OperationRequests[Id], "params" | "query" | "body">,
  context: HandlerContext,
) => HandlerResult<Id>;
