import { CannotCompare } from "./comparison-error.ts";
import { type ReadingLimits, tooLarge } from "./reading-limits.ts";

const MAX_REDIRECTS = 3;
/** The edge in front of the vendor refuses some default user agents. */
const HEADERS = { accept: "application/json", "user-agent": "modulex-instantly-spec-drift" };

/**
 * Fetches a text without any credentials. Redirects are followed on the same host only.
 *
 * @throws CannotCompare when the answer is late, too large, an error, or somewhere else.
 */
export async function fetchText(address: string, limits: ReadingLimits): Promise<string> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    let url = allowedUrl(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await fetch(url, { signal, redirect: "manual", headers: HEADERS });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status > 399 || location === null) {
        if (!response.ok) throw new CannotCompare(`${address}: answered ${response.status}`);
        return await bodyOf(response, address, limits);
      }
      await response.body?.cancel();
      const next = allowedUrl(new URL(location, url).href);
      if (next.host !== url.host || next.protocol !== url.protocol) {
        throw new CannotCompare(`${address}: redirects to another host, ${next.host}; not followed`);
      }
      url = next;
    }
    throw new CannotCompare(`${address}: redirects more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    if (error instanceof CannotCompare) throw error;
    if (signal.aborted) throw new CannotCompare(`${address}: no complete answer within ${limits.timeoutMs} ms`);
    const { cause } = error as { cause?: { code?: string } };
    throw new CannotCompare(`${address}: cannot be reached (${cause?.code ?? (error as Error).message})`);
  }
}

function allowedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw new CannotCompare(`${address}: is not an address`);
  const loopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && loopback)) return url;
  throw new CannotCompare(`${address}: expected https://, or a file`);
}

async function bodyOf(response: Response, address: string, { maxBytes }: ReadingLimits): Promise<string> {
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(address, maxBytes);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(address, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
