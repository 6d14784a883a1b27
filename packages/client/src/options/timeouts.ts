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
