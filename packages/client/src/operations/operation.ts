import type { OperationId } from "./operation-id.gen.ts";

/**
 * The effect of a call on the workspace. It decides whether the call may be retried, not the HTTP method:
 * `POST /leads/list` is a read, and `DELETE /leads` with a filter and a limit deletes more leads each time.
 */
export type Effect = "read" | "create" | "update" | "delete" | "send";

/** The name of an operation in messages. Other routes share an id, so theirs have the route as well. */
export function operationName({ id, method, pathTemplate }: Pick<Operation, "id" | "method" | "pathTemplate">): string {
  return id === "request" && pathTemplate ? `${id} ${method} ${pathTemplate}` : id;
}

/** The metadata of an operation, derived from the spec. */
export interface Operation {
  /** The id in the spec; `request` for a route that has no method in this client. */
  readonly id: OperationId | "request";
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path with its placeholders, such as `/api/v2/leads/{id}`. */
  readonly pathTemplate: string;
  readonly effect: Effect;
  /** Whether the cursor of a list is sent in the query or in the body. */
  readonly cursorIn?: "query" | "body";
  /** The parameters in the query that are lists: each item is a parameter of its own. */
  readonly queryLists?: readonly string[];
  /** Whether a call has a body. */
  readonly hasBody?: true;
  /** The property that every success of a read has. */
  readonly requires?: string;
  /** The read that shows whether a write happened, as a method of the client. */
  readonly verifyWith?: string;
  /** A rate limit of this operation, in addition to the limits of the workspace. */
  readonly rateLimit?: { readonly requests: number; readonly windowMs: number };
}
