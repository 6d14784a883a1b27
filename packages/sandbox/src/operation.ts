import type { OperationRequests } from "./operation-requests.gen.ts";

/** The id of an operation in the spec. */
export type OperationId = keyof OperationRequests;

/** What the spec says of an operation that the sandbox needs to serve it. */
export interface Operation {
  readonly id: OperationId;
  /** The name of the action on top of it, if there is one. */
  readonly action: string | null;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly pathTemplate: string;
  readonly effect: "read" | "create" | "update" | "delete" | "send";
  /** Any one of them lets a key through. */
  readonly scopes: readonly string[];
  /** A limit of its own, on top of those of the workspace. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number } | null;
  readonly cursorIn: "body" | "query" | null;
  readonly bodyFields: readonly string[];
  readonly queryFields: readonly string[];
  /** Whether the published document forbids further fields in the body. */
  readonly bodyIsClosed: boolean;
}
