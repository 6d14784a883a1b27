/** The `Date` header of a response, and when it came by this machine's clock, in milliseconds since 1970. */
export interface ServerDate {
  readonly header: string;
  readonly receivedMs: number;
}

/** The latest date that the API told: the moments in a list are compared with the API's own clock. */
export interface ServerDates {
  /** Keeps the date of a response. */
  keep(header: string | null): void;
  latest(): ServerDate | undefined;
}

/** Begins to keep dates. */
export function serverDates(): ServerDates {
  let latest: ServerDate | undefined;
  return {
    keep: (header) => {
      if (header) latest = { header, receivedMs: Date.now() };
    },
    latest: () => latest,
  };
}
