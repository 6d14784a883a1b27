/** A sliding-window rate limit: at most a number of requests in every window of time. */
export class SlidingWindow {
  readonly #windowMs: number;
  readonly #times: Float64Array;
  #next = 0;

  constructor(requests: number, windowMs: number) {
    this.#windowMs = windowMs;
    this.#times = new Float64Array(requests).fill(Number.NEGATIVE_INFINITY);
  }

  /** Whether a request at a time is within the limit. */
  hasRoom(now: number): boolean {
    return now - (this.#times[this.#next] ?? 0) >= this.#windowMs;
  }

  /** Counts a request. */
  count(now: number): void {
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#times.length;
  }
}
