import type { OperationId } from "../operations/operation-id.gen.ts";

/**
 * What is known of a call's effect on the workspace after it failed.
 *
 * - `not_sent`: no byte of the request left this machine.
 * - `rejected`: the API refused it; nothing happened.
 * - `unknown`: it may or may not have happened. It was sent once and is not sent again.
 * - `applied_unverified`: the API answered with success, but the answer could not be read.
 * - `none`: a read, which has no effect.
 */
export type Outcome = "not_sent" | "rejected" | "unknown" | "applied_unverified" | "none";

/** Every reason for which this package fails. What to do about each: docs/errors.md. */
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

/** What an `InstantlyError` is made of, apart from its message. */
export interface InstantlyErrorFields {
  readonly code: InstantlyErrorCode;
  /** The operation's id in the spec; undefined when no call had begun. */
  readonly operation?: OperationId | undefined;
  readonly method?: string | undefined;
  /** The path with its placeholders, never the filled-in URL. */
  readonly pathTemplate?: string | undefined;
  /** The HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The API's own words, at most 500 characters. */
  readonly apiMessage?: string | undefined;
  readonly outcome: Outcome;
  /** True only if repeating this very call cannot duplicate an effect and may succeed. */
  readonly retryable?: boolean;
  /** How long to wait before repeating it, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** How many times the request was tried. */
  readonly attempts?: number;
  /** For an unknown outcome: the call that settles whether it happened. */
  readonly verifyWith?: string | undefined;
  /** How many items an iteration had yielded before it failed. */
  readonly itemsYielded?: number | undefined;
  /** The cursor from which an iteration can be resumed; undefined means from its beginning. */
  readonly resumeCursor?: string | undefined;
  /** A copy of the platform's error, without its texts that may quote headers, URLs or bodies. */
  readonly cause?: unknown;
}

const BRAND = Symbol.for("@modulex-instantly/client/InstantlyError");

/**
 * The one error of this package. It holds no header, no request and no body, so printing it prints no key.
 *
 * Recognise it with {@link isInstantlyError}, which also works across two installed copies of the package.
 */
export class InstantlyError extends Error {
  override readonly name = "InstantlyError";
  declare readonly code: InstantlyErrorCode;
  declare readonly operation: OperationId | undefined;
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

  /** The fields that are set, for logs. Neither stack nor cause is among them. */
  toJSON(): Record<string, unknown> {
    return Object.fromEntries([["message", this.message], ...Object.entries(this)]);
  }
}

/** Tells whether a thrown value is an {@link InstantlyError}, of a given code if one is named. */
export function isInstantlyError(value: unknown, code?: InstantlyErrorCode): value is InstantlyError {
  try {
    const error = value as InstantlyError | null;
    return typeof error === "object" && error !== null && BRAND in error && (code ?? error.code) === error.code;
  } catch {
    // A hostile value, whose properties throw when they are read.
    return false;
  }
}

/** Copies an error with further fields; used where a failure becomes known to belong to a larger whole. */
export function withFields(error: InstantlyError, fields: Partial<InstantlyErrorFields>): InstantlyError {
  return new InstantlyError(error.message, { ...error, cause: error.cause, ...fields });
}

const errors = new WeakSet<object>();

/** Marks an error that this package made where no write can have been sent: refused arguments, an iteration. */
export function withoutEffect(error: InstantlyError): InstantlyError {
  errors.add(error);
  return error;
}

/** Whether the package itself says that no write lies behind an error. Its fields prove nothing: anybody can set them. */
export function isWithoutEffect(error: unknown): boolean {
  return errors.has(error as object);
}
