const REASONS: Readonly<Record<number, string>> = { 200: "OK", 103: "Early Hints", 429: "Too Many Requests" };

/** Headers as name and value; two of the same name are two lines. */
export type HeaderLines = readonly (readonly [name: string, value: string | number])[];

/** The head of a response, including its empty line. Nothing is added to the given headers. */
export function head(status: number, headers: HeaderLines = []): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${REASONS[status] ?? "Status"}\r\n${lines.join("")}\r\n`;
}

/** A complete response with its Content-Length. */
export function response(status: number, type: string, body: string | Buffer, headers: HeaderLines = []): Buffer {
  const bytes = Buffer.from(body as string);
  const lines: HeaderLines = [["content-type", type], ["content-length", bytes.length], ...headers];
  return Buffer.concat([Buffer.from(head(status, lines)), bytes]);
}

/** A complete response in JSON. */
export function json(status: number, body: unknown, headers: HeaderLines = []): Buffer {
  return response(status, "application/json; charset=utf-8", JSON.stringify(body), headers);
}

/** An HTML page, as sent by an edge, a proxy or a captive portal. */
export function page(status: number, text: string, headers: HeaderLines = []): Buffer {
  const body = `<!DOCTYPE html><html><head><title>${text}</title></head><body>${text}</body></html>`;
  return response(status, "text/html; charset=UTF-8", body, headers);
}
