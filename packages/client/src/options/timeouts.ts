/** Time limits in milliseconds. An attempt and a call end when the last byte of the response is read. */
export interface Timeouts {
  /**
   * The limit for connecting. Default: 10,000. It requires `sendEvidence` or `nodeTransport` from
   * `@modulex-instantly/client/node`; without them, the platform's own limit applies.
   */
  readonly connectMs?: number | undefined;
  /** The limit for one attempt of a read. Default: 30,000. */
  readonly readAttemptMs?: number | undefined;
  /** The limit for one attempt of a write. Default: 60,000, because a longer limit leads to fewer unknown outcomes. */
  readonly writeAttemptMs?: number | undefined;
  /** The limit for the whole call, including queueing, waiting and retries. Default: 120,000. */
  readonly overallMs?: number | undefined;
}

/** Time limits with defaults applied. */
export type ResolvedTimeouts = { readonly [Name in keyof Timeouts]-?: number };

export const defaultTimeouts: ResolvedTimeouts = {
  connectMs: 10_000,
  readAttemptMs: 30_000,
  writeAttemptMs: 60_000,
  overallMs: 120_000,
};
