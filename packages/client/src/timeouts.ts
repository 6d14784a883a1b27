import { invalidConfig } from "./api-key.ts";

/** Time limits in milliseconds. Each covers what its name says, until the last byte of the answer is read. */
export interface Timeouts {
  /**
   * For a connection to be made; 10,000. Enforced where connecting can be observed, that is with `sendEvidence` from
   * `@modulex-instantly/client/node`; elsewhere the platform's own limit holds.
   */
  readonly connectMs?: number | undefined;
  /** For one attempt of a read; 30,000. */
  readonly readAttemptMs?: number | undefined;
  /** For one attempt of a write; 60,000, because a longer wait makes fewer unknown outcomes. */
  readonly writeAttemptMs?: number | undefined;
  /** For the whole call with its queueing, waiting and retries; 120,000. */
  readonly overallMs?: number | undefined;
}

/** Time limits with their defaults filled in. */
export type ResolvedTimeouts = { readonly [Name in keyof Timeouts]-?: number };

export const defaultTimeouts: ResolvedTimeouts = {
  connectMs: 10_000,
  readAttemptMs: 30_000,
  writeAttemptMs: 60_000,
  overallMs: 120_000,
};

/**
 * Lays given time limits over others.
 *
 * @throws InstantlyError `invalid_config` naming the limit that is not a positive number or not a limit at all.
 */
export function mergedTimeouts(base: ResolvedTimeouts, given: Timeouts | undefined): ResolvedTimeouts {
  if (given === undefined) return base;
  const merged: Record<keyof Timeouts, number> = { ...base };
  for (const [name, value] of Object.entries(given)) {
    if (!(name in base)) {
      throw invalidConfig(`timeouts.${name} is not a time limit: use ${Object.keys(base).join(", ")}`);
    }
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value > 0) || value > 2 ** 31 - 1) {
      throw invalidConfig(`timeouts.${name} must be a positive number of milliseconds`);
    }
    merged[name as keyof Timeouts] = value;
  }
  return merged;
}
