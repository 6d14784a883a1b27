import type { IncomingHttpHeaders } from "node:http";
import { operations } from "../spec/operations.gen.ts";
import type { JournalEntry } from "./journal.ts";
import { redactHeaders, withoutKeys } from "./redact.ts";
import type { LoggedRequest, LoggedRequestDetail, RequestLogPage, RequestLogQuery } from "./request-log-views.ts";

const MAX_REQUESTS = 1000;
/** Of all kept response bodies together, and of one. */
const MAX_CHARACTERS = 2_000_000;
const MAX_BODY = 200_000;

/** A request and its response. Nothing is copied or redacted before somebody reads it. */
export interface RequestRecord {
  readonly entry: JournalEntry;
  readonly realTime: number;
  readonly durationMs: number;
  readonly headers: IncomingHttpHeaders;
  readonly response: { readonly headers: Readonly<Record<string, string>>; readonly body: string } | undefined;
  readonly reason: string | undefined;
}

interface Kept extends Omit<RequestRecord, "response"> {
  readonly number: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  responseBody: string | undefined;
}

/** The last 1,000 requests with headers and bodies. Its memory is bounded. */
export class RequestLog {
  /** A ring: the request with number n is at n modulo its length. */
  readonly #ring: (Kept | undefined)[] = Array.from({ length: MAX_REQUESTS }, () => undefined);
  #last = 0;
  /** The requests up to this number were cleared. */
  #cleared = 0;
  /** The number of the oldest request whose response body is kept. */
  #oldestBody = 1;
  #characters = 0;

  /** The number of the last request. */
  get last(): number {
    return this.#last;
  }

  record({ response, ...record }: RequestRecord): void {
    this.#last += 1;
    const body = response?.body;
    const isKept = body !== undefined && body.length <= MAX_BODY;
    const at = this.#last % MAX_REQUESTS;
    this.#dropBody(this.#ring[at]);
    this.#ring[at] = {
      ...record,
      number: this.#last,
      responseHeaders: response?.headers ?? {},
      responseBody: isKept ? body : undefined,
    };
    if (isKept) this.#characters += body.length;
    while (this.#characters > MAX_CHARACTERS && this.#oldestBody <= this.#last) {
      this.#dropBody(this.#ring[this.#oldestBody % MAX_REQUESTS]);
      this.#oldestBody += 1;
    }
  }

  clear(): void {
    this.#ring.fill(undefined);
    this.#cleared = this.#last;
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
    const { entry, headers, responseHeaders, responseBody } = kept;
    return {
      ...shown(kept),
      query: entry.query ?? null,
      body: entry.body ?? null,
      headers: redactHeaders(headers),
      responseHeaders: redactHeaders(responseHeaders),
      responseBody: responseBody === undefined ? null : withoutKeys(responseBody),
    };
  }

  #dropBody(kept: Kept | undefined): void {
    if (kept?.responseBody === undefined) return;
    this.#characters -= kept.responseBody.length;
    kept.responseBody = undefined;
  }
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
