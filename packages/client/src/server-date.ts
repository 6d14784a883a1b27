/** The `Date` header of a response, and when it came by this machine's clock, in milliseconds since 1970. */
export interface ServerDate {
  readonly header: string;
  readonly receivedMs: number;
}

/** The latest date that the API told. */
export interface ServerDates {
  /** A `fetch` that keeps the dates of its responses. */
  readonly fetch: typeof fetch;
  latest(): ServerDate | undefined;
}

/** Keeps the dates of the responses of a `fetch`: the moments in a list are compared with the API's own clock. */
export function serverDates(given: typeof fetch): ServerDates {
  let latest: ServerDate | undefined;
  return {
    fetch: async (input, init) => {
      const response = await given(input, init);
      const header = response?.headers?.get?.("date");
      if (header) latest = { header, receivedMs: Date.now() };
      return response;
    },
    latest: () => latest,
  };
}
