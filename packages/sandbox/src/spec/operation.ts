import type { OperationRequests } from "./operation-requests.gen.ts";

/** The id of an operation in the spec. */
export type OperationId = keyof OperationRequests;

/** What the sandbox needs to know about an operation. */
export interface Operation {
  readonly id: OperationId;
  /** The name of the action that calls the operation, if there is one. */
  readonly action: string | null;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly pathTemplate: string;
  readonly effect: "read" | "create" | "update" | "delete" | "send";
  /** A key needs any one of these scopes. */
  readonly scopes: readonly string[];
  /** A rate limit of the operation, in addition to those of the workspace. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number } | null;
  readonly cursorIn: "body" | "query" | null;
  readonly bodyFields: readonly string[];
  readonly queryFields: readonly string[];
  /** Whether the published document forbids additional properties in the body. */
  readonly bodyIsClosed: boolean;
  /** Whether the body of a 400 has a `message`; otherwise it has only `error`. */
  readonly badRequestHasMessage: boolean;
}
