import type { OperationId } from "@modulex-instantly/sandbox";

/** One call of a session. */
export interface SessionCall {
  readonly operation: OperationId;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  /** Used instead of the full key; null for no key. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The response. */
export interface SessionResponse {
  readonly status: number;
  readonly body: unknown;
}
