/** One complete HTTP request as it came off a socket. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** When its last byte had come, on the clock of `performance.now()`. */
  readonly completeAt: number;
}

/** Takes the bytes of a socket and gives back the requests that became complete with them. */
export type RequestReader = (bytes: Buffer) => readonly SentRequest[];

/** Builds the reader of one socket. A request counts only when its last byte has come. */
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
      if (headers.has("transfer-encoding")) throw new Error("the fault server reads bodies with a Content-Length only");
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
