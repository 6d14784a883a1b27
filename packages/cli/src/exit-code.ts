import type { InstantlyErrorCode, Outcome } from "@modulex-instantly/client";

/** The exit codes of the command, by what a script should do about them. */
export const ExitCode: {
  readonly ok: 0;
  /** Anything else: a file that cannot be written, or a bug. */
  readonly failure: 1;
  readonly usage: 2;
  readonly auth: 3;
  readonly rejected: 4;
  readonly rateLimit: 5;
  readonly unknownOutcome: 6;
  readonly network: 7;
  /** ^C before anything was sent: 128 and the number of the signal. */
  readonly interrupted: 130;
} = {
  ok: 0,
  failure: 1,
  usage: 2,
  auth: 3,
  rejected: 4,
  rateLimit: 5,
  unknownOutcome: 6,
  network: 7,
  interrupted: 130,
};

/** One of the exit codes. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What each exit code means, for `--help` and the README. */
export const exitCodeMeanings: readonly (readonly [code: ExitCode, meaning: string])[] = [
  [ExitCode.ok, "success"],
  [ExitCode.failure, "a problem of this machine, such as a file that cannot be written"],
  [ExitCode.usage, "usage: an unknown command, flag or value; nothing was sent"],
  [ExitCode.auth, "no key, or the key is wrong or lacks a scope"],
  [ExitCode.rejected, "the API rejected the request; nothing happened"],
  [ExitCode.rateLimit, "a rate limit"],
  [ExitCode.unknownOutcome, "it is unknown whether it happened: do not repeat it before you have checked"],
  [ExitCode.network, "no connection, or no usable response"],
  [ExitCode.interrupted, "interrupted before anything was sent"],
];

const CODES: Readonly<Record<InstantlyErrorCode, ExitCode>> = {
  invalid_config: ExitCode.usage,
  invalid_request: ExitCode.usage,
  bad_request: ExitCode.rejected,
  unauthorized: ExitCode.auth,
  payment_required: ExitCode.rejected,
  forbidden: ExitCode.auth,
  not_found: ExitCode.rejected,
  conflict: ExitCode.rejected,
  rate_limited: ExitCode.rateLimit,
  queue_full: ExitCode.rateLimit,
  server_error: ExitCode.network,
  edge_error: ExitCode.network,
  network: ExitCode.network,
  tls: ExitCode.network,
  timeout: ExitCode.network,
  aborted: ExitCode.interrupted,
  invalid_response: ExitCode.network,
  response_too_large: ExitCode.network,
  unexpected_redirect: ExitCode.network,
  pagination_guard: ExitCode.network,
};

/** The exit code of a failed call. An open outcome takes precedence over its reason. */
export function exitCodeOf(code: InstantlyErrorCode | null, outcome: Outcome | null): ExitCode {
  if (outcome === "unknown" || outcome === "applied_unverified") return ExitCode.unknownOutcome;
  return code === null ? ExitCode.failure : (CODES[code] ?? ExitCode.failure);
}
