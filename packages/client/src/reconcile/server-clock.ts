import type { ServerDate } from "../response/server-date.ts";

/** The clock of the API, read from the `Date` header of its responses. */
export interface ServerClock {
  /** A `fetch` that sets the clock by the responses it gets. */
  readonly fetch: typeof fetch;
  /** The API's time, in milliseconds since 1970; undefined until a response carried a date. */
  now(): number | undefined;
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
 * @param known a date that the API told before.
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

/** By how much the API's clock was ahead of this machine's, in milliseconds; undefined if no date was told. */
export function serverAheadMs(date: ServerDate | undefined): number | undefined {
  const toldMs = parseHttpDate(date?.header);
  return date && toldMs !== undefined ? toldMs - date.receivedMs : undefined;
}

function parseHttpDate(header: string | null | undefined): number | undefined {
  const date = HTTP_DATE.test(header ?? "") ? Date.parse(header ?? "") : Number.NaN;
  return date > 0 ? date : undefined;
}
