/** One complete HTTP request, as read from a socket. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** When its last byte arrived, as `performance.now()`. */
  readonly completeAt: number;
}

/** Accepts the bytes of a socket and returns the requests that are now complete. */
export type RequestReader = (bytes: Buffer) => readonly SentRequest[];

/** Creates the reader of one socket. A request counts only when its last byte has arrived. */
export function requestReader(): RequestReader {
  let pending = Buffer.alloc(0);
  return (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    const complete: SentRequest[] = [];
    for (;;) {
      const headEnd = pending.indexOf("\r\n\r\n");
      if (headEnd < 0) return complete;
      const [requestLine = "", ...lines] = pending.toString("latin1", 0, headEnd).split("\r\n");
      const headers = new Map(lines.map((line) => headerOf(line)));
      if (headers.has("transfer-encoding")) throw new Error("the fault server only reads bodies with a Content-Length");
      const bodyEnd = headEnd + 4 + Number(headers.get("content-length") ?? 0);
      if (pending.length < bodyEnd) return complete;
      const [method = "", path = ""] = requestLine.split(" ");
      const body = pending.toString("utf8", headEnd + 4, bodyEnd);
      complete.push({ method, path, headers, body, completeAt: performance.now() });
      pending = pending.subarray(bodyEnd);
    }
  };
}

function headerOf(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
