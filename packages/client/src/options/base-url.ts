import { invalidConfig } from "./api-key.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks that a base URL is an origin to which a key may be sent, and returns it without a trailing slash.
 *
 * @throws InstantlyError `invalid_config` for a path, a query, user information, or plain http beyond loopback.
 */
export function assertSafeBaseUrl(baseUrl: unknown): string {
  const text = typeof baseUrl === "string" || baseUrl instanceof URL ? String(baseUrl) : "";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (!url || !isSafe || url.href.replace(/\/+$/, "") !== url.origin) {
    throw invalidConfig(
      'baseUrl must be an https origin such as "https://api.instantly.ai" (plain http for loopback only), ' +
        "without user information, path or query: the paths already begin with /api/v2. Its default is INSTANTLY_BASE_URL",
    );
  }
  return url.origin;
}
