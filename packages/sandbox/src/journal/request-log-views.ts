import type { JournalEntry } from "./journal.ts";

/** The filters of `GET /_sandbox/log`. All of them are optional. */
export interface RequestLogQuery {
  /** The id of an operation; `unknown` for routes that are not simulated. */
  readonly operation?: string;
  /** `ok`, `error`, `none` (no response was sent), or a status such as `404`. */
  readonly status?: string;
  /** Only requests with a larger number. */
  readonly since?: number;
  /** 1 to 1000, default 100. */
  readonly limit?: number;
  /** `next` of the previous page. */
  readonly cursor?: string;
}

/** An API request in the log. */
export interface LoggedRequest
  extends Pick<
    JournalEntry,
    "at" | "operation" | "method" | "path" | "key" | "workspace" | "status" | "effects" | "fault" | "ignored"
  > {
  /** Counts up from 1. */
  readonly number: number;
  /** The time of this computer, ISO 8601. */
  readonly realTime: string;
  readonly durationMs: number;
  /** What the operation does: `read`, `create`, `update`, `delete`, `send`; null for an unknown route. */
  readonly effect: string | null;
  /** Why it was refused; null if it was not. */
  readonly reason: string | null;
}

/** A page of the log, newest first. */
export interface RequestLogPage {
  readonly requests: readonly LoggedRequest[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
}

/** What a request sent, before the API adds defaults or changes anything: what is needed to repeat it. */
export interface SentRequest {
  /** The known parameters; null if there are none. */
  readonly query: Readonly<Record<string, unknown>> | null;
  /** The known fields of a JSON object with whole strings; null if there was none, or if it was not read. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** One request with redacted headers and bodies. Keys are never part of it. */
export interface LoggedRequestDetail extends LoggedRequest {
  readonly query: Readonly<Record<string, unknown>> | null;
  /** The known fields of the body. Long strings are truncated. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Null if it is not kept, as for `responseBody`, and for routes that are not simulated. */
  readonly sent: SentRequest | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /**
   * Null if there is none, or if it is not kept: until somebody looks at the log or the events, the log keeps the headers and
   * the responses of 50 requests, and never more than 2 million characters.
   */
  readonly responseBody: string | null;
}
