import type { ServerDate } from "../response/server-date.ts";

/** The clock of the API, read from the `Date` header of its responses. */
export interface ServerClock {
  /** A `fetch` that sets the clock from its responses. */
  readonly fetch: typeof fetch;
  /** The API's time, in milliseconds since 1970; undefined until a response had a date. */
  now(): number | undefined;
  /** Whether a response was older than an earlier one, because it came from a cache. */
  wentBack(): boolean;
}

/** The maximum clock difference between the servers of the API, in milliseconds. */
const SKEW_MS = 10_000;

// The only format that a server may send. `Date.parse` alone accepts nearly anything.
const HTTP_DATE = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Creates a clock that reads the responses of a `fetch`.
 *
 * @param known an earlier date of the API.
 */
export function serverClock(given: typeof fetch, known: ServerDate | undefined): ServerClock {
  let latest = parseHttpDate(known?.header) ?? 0;
  let aheadMs: number | undefined;
  let wentBack = false;
  return {
    fetch: async (input, init) => {
      const response = await given(input, init);
      const date = parseHttpDate(response?.headers?.get?.("date"));
      if (date !== undefined) {
        aheadMs = date - Date.now();
        wentBack ||= date < latest - SKEW_MS;
        latest = Math.max(latest, date);
      }
      return response;
    },
    now: () => (aheadMs === undefined ? undefined : Date.now() + aheadMs),
    wentBack: () => wentBack,
  };
}

/** Returns how far the API's clock was ahead of this machine's, in milliseconds; undefined if the date is unknown. */
export function serverAheadMs(date: ServerDate | undefined): number | undefined {
  const toldMs = parseHttpDate(date?.header);
  return date && toldMs !== undefined ? toldMs - date.receivedMs : undefined;
}

function parseHttpDate(header: string | null | undefined): number | undefined {
  const date = HTTP_DATE.test(header ?? "") ? Date.parse(header ?? "") : Number.NaN;
  return date > 0 ? date : undefined;
}
