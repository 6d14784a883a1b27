/** What was seen of one attempt's request while the platform carried it out. */
export interface Observation {
  /**
   * Starts the request so that its events can be told from those of others. Rejects with the code
   * `UND_ERR_CONNECT_TIMEOUT` when nothing was seen leaving within the time for connecting.
   */
  run<Result>(start: () => Promise<Result>): Promise<Result>;
  /** True only if the request was seen being made and not one byte of it was seen leaving. */
  provenNotSent(): boolean;
}

/**
 * Begins to observe an attempt that may take so many milliseconds to connect. On Node `@modulex-instantly/client/node`
 * has one; without any, only the platform's error codes can prove that a request was not sent.
 */
export type SendEvidence = (connectMs: number) => Observation;
