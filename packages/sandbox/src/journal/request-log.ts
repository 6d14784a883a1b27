import type { IncomingHttpHeaders } from "node:http";
import { operations } from "../spec/operations.gen.ts";
import type { JournalEntry } from "./journal.ts";
import { redactHeaders, withoutKeys } from "./redact.ts";
import type { LoggedRequest, LoggedRequestDetail, RequestLogPage, RequestLogQuery } from "./request-log-views.ts";

const MAX_REQUESTS = 1000;
/** The requests with headers and response bodies while nobody looks at the log: few, because keeping them has a price. */
const UNWATCHED_DETAILS = 50;
/** Of all kept response bodies together, and of one. */
const MAX_CHARACTERS = 2_000_000;
const MAX_BODY = 200_000;

/** The headers and the response of a request. Nothing is copied or redacted before somebody reads it. */
export interface RequestDetails {
  readonly headers: IncomingHttpHeaders;
  readonly response: { readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined;
}

interface Kept {
  readonly number: number;
  readonly entry: JournalEntry;
  readonly realTime: number;
  readonly durationMs: number;
  readonly reason: string | undefined;
  details: RequestDetails | undefined;
}

/** The last 1,000 requests. Its memory is bounded. */
export class RequestLog {
  /** A ring: the request with number n is at n modulo its length. */
  readonly #ring: (Kept | undefined)[] = Array.from({ length: MAX_REQUESTS }, () => undefined);
  #last = 0;
  /** The requests up to this number were cleared. */
  #cleared = 0;
  /** The requests before this number have no details any more. */
  #firstDetails = 1;
  #characters = 0;
  #isWatched = false;

  /** The number of the last request. */
  get last(): number {
    return this.#last;
  }

  /** Keeps the details of all requests from now on, because somebody looks at the log. */
  watch(): void {
    this.#isWatched = true;
  }

  record(entry: JournalEntry, startedAt: number, reason: string | undefined, details: RequestDetails): void {
    this.#last += 1;
    const number = this.#last;
    const length = lengthOf(details);
    const isKept = length <= MAX_BODY;
    this.#dropDetails(number - (this.#isWatched ? MAX_REQUESTS : UNWATCHED_DETAILS));
    this.#ring[number % MAX_REQUESTS] = {
      number,
      entry,
      realTime: Date.now(),
      durationMs: performance.now() - startedAt,
      reason,
      details: isKept ? details : { ...details, response: undefined },
    };
    if (isKept) this.#characters += length;
    while (this.#characters > MAX_CHARACTERS) this.#dropDetails(this.#firstDetails);
  }

  clear(): void {
    this.#ring.fill(undefined);
    this.#cleared = this.#last;
    this.#firstDetails = this.#last + 1;
    this.#characters = 0;
  }

  /** A page of requests, newest first. */
  list({ operation, status, since = 0, limit = 100, cursor }: RequestLogQuery): RequestLogPage {
    const first = Math.max(this.#cleared, this.#last - MAX_REQUESTS, since) + 1;
    const requests: LoggedRequest[] = [];
    let number = Math.min(cursor === undefined ? this.#last : Number(cursor) - 1, this.#last);
    for (; number >= first && requests.length <= limit; number -= 1) {
      const kept = this.#ring[number % MAX_REQUESTS];
      if (kept === undefined || !isOperation(kept, operation) || !hasStatus(kept, status)) continue;
      requests.push(shown(kept));
    }
    const page = requests.slice(0, limit);
    return { requests: page, next: requests.length > limit ? String(page.at(-1)?.number) : null };
  }

  /** One request with redacted headers and bodies; undefined if it is not kept. */
  find(number: number): LoggedRequestDetail | undefined {
    const kept = this.#ring[number % MAX_REQUESTS];
    if (kept?.number !== number) return undefined;
    const { entry, details } = kept;
    const { headers = {}, response } = details ?? {};
    return {
      ...shown(kept),
      query: entry.query ?? null,
      body: entry.body ?? null,
      headers: redactHeaders(headers),
      responseHeaders: redactHeaders(response?.headers ?? {}),
      responseBody: response === undefined ? null : withoutKeys(response.body),
    };
  }

  /** Drops the details of all requests up to a number. */
  #dropDetails(last: number): void {
    for (; this.#firstDetails <= last; this.#firstDetails += 1) {
      const kept = this.#ring[this.#firstDetails % MAX_REQUESTS];
      if (kept?.details === undefined) continue;
      this.#characters -= lengthOf(kept.details);
      kept.details = undefined;
    }
  }
}

function lengthOf({ response }: RequestDetails): number {
  return response?.body.length ?? 0;
}

function shown({ entry, number, realTime, durationMs, reason }: Kept): LoggedRequest {
  const { query: _, body: __, ...others } = entry;
  return {
    ...others,
    number,
    realTime: new Date(realTime).toISOString(),
    durationMs: Math.round(durationMs * 1000) / 1000,
    effect: entry.operation === null ? null : operations[entry.operation].effect,
    reason: reason === undefined ? null : withoutKeys(reason),
  };
}

function isOperation({ entry }: Kept, wanted: string | undefined): boolean {
  return wanted === undefined || (entry.operation ?? "unknown") === wanted;
}

function hasStatus({ entry: { status } }: Kept, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (wanted === "none") return status === null;
  if (status === null) return false;
  return wanted === "ok" ? status < 400 : wanted === "error" ? status >= 400 : String(status) === wanted;
}
