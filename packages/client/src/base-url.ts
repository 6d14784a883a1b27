import { invalidConfig } from "./api-key.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Checks that a base URL is an origin that may be given a key, and returns it without a trailing slash.
 *
 * @throws InstantlyError `invalid_config` for a path, a query, user information, or plain http beyond loopback.
 */
export function checkedBaseUrl(baseUrl: unknown): string {
  if (typeof baseUrl !== "string" || !URL.canParse(baseUrl)) {
    throw invalidConfig('baseUrl must be an origin such as "https://api.instantly.ai"');
  }
  const url = new URL(baseUrl);
  if (url.username !== "" || url.password !== "") throw invalidConfig("baseUrl must not hold user information");
  if (url.search !== "" || url.hash !== "") throw invalidConfig("baseUrl must not hold a query or a fragment");
  if (url.pathname.replace(/^\/+/, "") !== "") {
    throw invalidConfig(`baseUrl must be an origin: the paths already begin with /api/v2, so use "${url.origin}"`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && LOOPBACK.test(url.hostname))) {
    throw invalidConfig(
      `baseUrl must be https; plain http is for loopback only, not for ${url.protocol}//${url.hostname}`,
    );
  }
  return url.origin;
}
