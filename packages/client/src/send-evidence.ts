/** The request whose way is observed. */
export interface ObservedRequest {
  readonly method: string;
  readonly url: string;
}

/** What was seen of one attempt's request while the platform carried it out. */
export interface Observation {
  /** Starts the request so that its events can be told from those of others. */
  run<Result>(start: () => Promise<Result>): Promise<Result>;
  /**
   * How far the request got: not `seen` at all, as when another `fetch` carries it; `waiting` for a connection;
   * `left`, from its first byte on, or when it was made several times; or `failed` before a byte of it left.
   */
  progress(): "unseen" | "waiting" | "left" | "failed";
  /** The error it `failed` with. Given one, the failure proves nothing unless `fetch` threw this very error. */
  failure?(): unknown;
}

/**
 * Begins to observe an attempt at a request. On Node `@modulex-instantly/client/node` has one; without any, only the
 * platform's error codes can prove that a request was not sent.
 */
export type SendEvidence = (request: ObservedRequest) => Observation;
