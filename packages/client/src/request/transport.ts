import type { SendEvidence } from "./send-evidence.ts";

/** A request, as a transport sends it. */
export interface TransportRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON text of the body, if there is one. */
  readonly body?: string;
  /** Identifies the attempt, and aborts it. */
  readonly signal: AbortSignal;
}

/** A response of a transport: the parts of a `Response` that the client reads. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Iterable<[name: string, value: string]> & { get(name: string): string | null };
  readonly body: { getReader(): TransportReader };
}

/** Reads a body, which is not received faster than it is read. */
export interface TransportReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  /** Closes the connection. */
  cancel(): void;
}

/**
 * Sends requests in place of the platform's `fetch`, and knows when it sends them. `nodeTransport` of
 * `@modulex-instantly/client/node` creates one.
 */
export interface Transport {
  /** Sends a request once, never follows a redirect and has no cache. It rejects with the reason of an aborted signal. */
  readonly fetch: (url: string, request: TransportRequest) => Promise<TransportResponse>;
  /** Tells how far the request of a signal got. */
  readonly sendEvidence: SendEvidence;
}
