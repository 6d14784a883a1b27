/** What was seen of one attempt's request while the platform carried it out. */
export interface Observation {
  /** Starts the request so that its events can be told from those of others. */
  run<Result>(start: () => Promise<Result>): Promise<Result>;
  /**
   * How far the request got: not `seen` at all, as when another `fetch` carries it; `waiting` for a connection;
   * `left`, from its first byte on or when what was seen does not fit together; or `failed` before a byte of it left.
   *
   * @param thrown what `fetch` threw, once it has: `failed` is only said of a request whose own failure that is.
   */
  progress(thrown?: unknown): "unseen" | "waiting" | "left" | "failed";
}

/** The request of an attempt. */
export interface ObservedRequest {
  readonly method: string;
  readonly url: string;
  /** The signal that `fetch` was given. */
  readonly signal: AbortSignal;
}

/**
 * Begins to observe an attempt. On Node `@modulex-instantly/client/node` has one; without any, only the platform's
 * error codes can prove that a request was not sent.
 */
export type SendEvidence = (request: ObservedRequest) => Observation;
