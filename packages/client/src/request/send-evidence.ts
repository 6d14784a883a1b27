/** Observes the request of one attempt. */
export interface Observation {
  /** Starts the request so that its events can be distinguished from those of other requests. */
  run<Result>(start: () => Promise<Result>): Promise<Result>;
  /**
   * Returns how far the request got.
   *
   * - `unseen`: it was not observed, for example because a custom `fetch` sent it.
   * - `waiting`: it waits for a connection.
   * - `left`: its first byte was sent, or the observations contradict each other.
   * - `failed`: it failed before its first byte was sent.
   *
   * @param thrown the error of `fetch`, if it failed. The result is `failed` only if this is the error of the request.
   */
  progress(thrown?: unknown): "unseen" | "waiting" | "left" | "failed";
}

/** The request of an attempt. */
export interface ObservedRequest {
  readonly method: string;
  readonly url: string;
  /** The signal that `fetch` was given. */
  readonly signal: AbortSignal;
  /**
   * To be called when the first byte of the request is sent: its slot of the rate limit counts from that moment, otherwise
   * from the response.
   */
  readonly onLeave?: (() => void) | undefined;
}

/**
 * Starts to observe an attempt. `@modulex-instantly/client/node` provides this for Node. Without it, only the platform's
 * error codes can prove that a request was not sent.
 */
export type SendEvidence = (request: ObservedRequest) => Observation;
