/** The clock of the API, read from the `Date` header of its responses. */
export interface ServerClock {
  /** A `fetch` that sets the clock by the responses it gets. */
  readonly fetch: typeof fetch;
  /** The API's time, in milliseconds since 1970; undefined until a response carried a date. */
  now(): number | undefined;
  /** The latest date of a response; 0 until there was one. */
  latest(): number;
  /** Whether a response was older than one before it: it came out of a cache. */
  wentBack(): boolean;
}

/** By how much the servers behind one address may disagree about the time, in milliseconds. */
const SKEW_MS = 10_000;

// The one form that a server may send. `Date.parse` alone takes nearly anything.
const HTTP_DATE = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Builds a clock over a `fetch`.
 *
 * @param latest a date that the API is known to have reached.
 */
export function serverClock(given: typeof fetch, latest = 0): ServerClock {
  let aheadMs: number | undefined;
  let wentBack = false;
  return {
    fetch: async (input, init) => {
      const response = await given(input, init);
      const header = response?.headers?.get?.("date") ?? "";
      const date = HTTP_DATE.test(header) ? Date.parse(header) : 0;
      if (date > 0) {
        aheadMs = date - Date.now();
        wentBack ||= date < latest - SKEW_MS;
        latest = Math.max(latest, date);
      }
      return response;
    },
    now: () => (aheadMs === undefined ? undefined : Date.now() + aheadMs),
    latest: () => latest,
    wentBack: () => wentBack,
  };
}
