/** The `Date` header of a response, and when it was received by this machine's clock, in milliseconds since 1970. */
export interface ServerDate {
  readonly header: string;
  readonly receivedMs: number;
}

/** The latest `Date` header of the API, because timestamps in a list are compared with the API's clock. */
export interface ServerDates {
  /** Stores the date of a response. */
  keep(header: string | null): void;
  latest(): ServerDate | undefined;
}

/** Creates an empty store of the latest date. */
export function serverDates(): ServerDates {
  let latest: ServerDate | undefined;
  return {
    keep: (header) => {
      if (header) latest = { header, receivedMs: Date.now() };
    },
    latest: () => latest,
  };
}
