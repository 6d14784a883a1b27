import type { OperationId } from "../operations/operation-id.gen.ts";

/**
 * What is known about the effect of a failed call.
 *
 * - `not_sent`: no byte of the request was sent.
 * - `rejected`: the API rejected the request; nothing happened.
 * - `unknown`: it may or may not have happened. It was sent once and is not sent again.
 * - `applied_unverified`: the status was a success, but the response could not be read.
 * - `none`: the call is a read, which has no effect.
 */
export type Outcome = "not_sent" | "rejected" | "unknown" | "applied_unverified" | "none";

/** The error codes of this package. docs/errors.md describes each of them. */
export type InstantlyErrorCode =
  | "invalid_config"
  | "invalid_request"
  | "bad_request"
  | "unauthorized"
  | "payment_required"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rate_limited"
  | "server_error"
  | "edge_error"
  | "network"
  | "tls"
  | "timeout"
  | "aborted"
  | "queue_full"
  | "invalid_response"
  | "response_too_large"
  | "unexpected_redirect"
  | "pagination_guard";

/** The fields of an `InstantlyError`, except its message. */
export interface InstantlyErrorFields {
  readonly code: InstantlyErrorCode;
  /** The id of the operation in the spec, or `request`; undefined if the error does not belong to a call. */
  readonly operation?: OperationId | "request" | undefined;
  readonly method?: string | undefined;
  /** The path with its placeholders, never the actual URL. */
  readonly pathTemplate?: string | undefined;
  /** The HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** The API's message, at most 500 characters. */
  readonly apiMessage?: string | undefined;
  readonly outcome: Outcome;
  /** True only if retrying the call cannot duplicate an effect and may succeed. */
  readonly retryable?: boolean;
  /** How long to wait before a retry, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The number of attempts; 0 if nothing was sent. */
  readonly attempts?: number;
  /** For an open outcome: the method that shows whether the write happened. */
  readonly verifyWith?: string | undefined;
  /** The number of items that an iteration yielded before it failed. */
  readonly itemsYielded?: number | undefined;
  /** The cursor to resume an iteration from; undefined means from the start. */
  readonly resumeCursor?: string | undefined;
  /** A copy of the platform's error, without messages that may quote headers, URLs or bodies. */
  readonly cause?: unknown;
}

const BRAND = Symbol.for("@modulex-instantly/client/InstantlyError");

/**
 * The only error class of this package. It contains no header, request or body, so it never shows the key when printed.
 *
 * Detect it with {@link isInstantlyError}, which also works across two installed copies of the package.
 */
export class InstantlyError extends Error {
  override readonly name = "InstantlyError";
  declare readonly code: InstantlyErrorCode;
  declare readonly operation: OperationId | "request" | undefined;
  declare readonly method: string | undefined;
  declare readonly pathTemplate: string | undefined;
  declare readonly status: number | undefined;
  declare readonly apiMessage: string | undefined;
  declare readonly outcome: Outcome;
  declare readonly retryable: boolean;
  declare readonly retryAfterMs: number | undefined;
  declare readonly attempts: number;
  declare readonly verifyWith: string | undefined;
  declare readonly itemsYielded: number | undefined;
  declare readonly resumeCursor: string | undefined;

  constructor(message: string, { cause, ...fields }: InstantlyErrorFields) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { retryable: false, attempts: 0 }, fields);
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** Returns the fields that are set, for logs, without the stack and the cause. */
  toJSON(): Record<string, unknown> {
    return Object.fromEntries([["message", this.message], ...Object.entries(this)]);
  }
}

/** Tells whether a thrown value is an {@link InstantlyError}, optionally with a given code. */
export function isInstantlyError(value: unknown, code?: InstantlyErrorCode): value is InstantlyError {
  try {
    const error = value as InstantlyError | null;
    return typeof error === "object" && error !== null && BRAND in error && (code ?? error.code) === error.code;
  } catch {
    // The properties of a hostile value may throw when they are read.
    return false;
  }
}

/** Copies an error and sets more fields, such as the progress of an iteration. */
export function withFields(error: InstantlyError, fields: Partial<InstantlyErrorFields>): InstantlyError {
  return new InstantlyError(error.message, { ...error, cause: error.cause, ...fields });
}

const errors = new WeakSet<object>();

/** Marks an error of this package after which no write can have been sent: rejected arguments, or a failed iteration. */
export function withoutEffect(error: InstantlyError): InstantlyError {
  errors.add(error);
  return error;
}

/** Tells whether this package marked an error as without effect. The fields prove nothing, because any code can set them. */
export function isWithoutEffect(error: unknown): boolean {
  return errors.has(error as object);
}
