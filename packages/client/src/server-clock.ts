/** The clock of the API, read off the `Date` header of its answers. */
export interface ServerClock {
  /** A `fetch` that sets the clock by what it is answered. */
  readonly fetch: typeof fetch;
  /** The API's time, in milliseconds since 1970; this machine's own until there was an answer with a date. */
  now(): number;
  /** By how much `now` and the times that the API gives its items may be apart, in milliseconds. */
  toleranceMs(): number;
}

/** Builds a clock over a `fetch`. */
export function serverClock(given: typeof fetch): ServerClock {
  let aheadMs: number | undefined;
  return {
    fetch: async (input, init) => {
      const response = await given(input, init);
      const moment = Date.parse(response.headers.get("date") ?? "");
      if (moment > 0) aheadMs = moment - Date.now();
      return response;
    },
    now: () => Date.now() + (aheadMs ?? 0),
    toleranceMs: () => (aheadMs === undefined ? 120_000 : 10_000),
  };
}
