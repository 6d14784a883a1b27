import type { OperationId } from "./operation-id.gen.ts";

/**
 * What a call does to the workspace. It decides, and never the HTTP method, whether the call may be repeated:
 * `POST /leads/list` is a read, and `DELETE /leads` with a filter and a limit deletes further leads each time.
 */
export type Effect = "read" | "create" | "update" | "delete" | "send";

/** What the call path knows of an operation; derived from the spec. */
export interface Operation {
  readonly id: OperationId;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** The path with its placeholders, such as `/api/v2/leads/{id}`. */
  readonly pathTemplate: string;
  readonly effect: Effect;
  /** Where the cursor of a list goes. */
  readonly cursorIn?: "query" | "body";
  /** The property that every success of a read has. */
  readonly requires?: "items" | "id";
  /** The read that shows whether a write happened, as a method of the client. */
  readonly verifyWith?: string;
  /** A limit of this operation alone, beside the limits of the workspace. */
  readonly rateLimit?: { readonly requests: number; readonly windowMs: number };
}
