import { ComparisonError } from "./comparison-error.ts";
import { type ReadingLimits, tooLargeError } from "./reading-limits.ts";

const MAX_REDIRECTS = 3;
/** The vendor's CDN rejects some default user agents. */
const HEADERS = { accept: "application/json", "user-agent": "modulex-instantly-spec-drift" };

/**
 * Downloads a text without credentials. Redirects are followed on the same host only.
 *
 * @throws ComparisonError for a timeout, a response that is too large or an error, and a redirect to another host.
 */
export async function fetchText(address: string, limits: ReadingLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    let url = allowedUrl(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await fetch(url, { signal, redirect: "manual", headers: HEADERS });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status > 399 || location === null) {
        if (!response.ok) throw new ComparisonError(`${address}: responded with status ${response.status}`);
        return await bodyOf(response, address, limits);
      }
      await response.body?.cancel();
      const next = allowedUrl(new URL(location, url).href);
      if (next.host !== url.host || next.protocol !== url.protocol) {
        throw new ComparisonError(`${address}: redirects to another host, ${next.host}; not followed`);
      }
      url = next;
    }
    throw new ComparisonError(`${address}: redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    if (error instanceof ComparisonError) throw error;
    if (signal.aborted) throw new ComparisonError(`${address}: no complete response within ${limits.timeoutMs} ms`);
    const { cause } = error as { cause?: { code?: string } };
    throw new ComparisonError(`${address}: cannot be reached (${cause?.code ?? (error as Error).message})`);
  }
}

function allowedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw new ComparisonError(`${address}: is not a URL`);
  const loopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && loopback)) return url;
  throw new ComparisonError(`${address}: expected an https:// URL or a file`);
}

async function bodyOf(response: Response, address: string, { maxBytes }: ReadingLimits): Promise<string> {
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLargeError(address, maxBytes);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLargeError(address, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
