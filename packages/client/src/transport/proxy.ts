import process from "node:process";
import { invalidConfig } from "../options/api-key.ts";

/** Returns the proxy through which an origin is reached; undefined if it is reached directly. */
export type FindProxy = (origin: URL) => URL | undefined;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Creates the rule for proxies. By default it follows the environment variables `HTTPS_PROXY` and `NO_PROXY`, which are
 * read once, here; a loopback address is then always reached directly.
 *
 * @param given the URL of a proxy for all origins; `false` for none. Plain http only goes through a proxy on loopback,
 *   because it shows the key.
 * @throws InstantlyError `invalid_config`, which names the option or the variable.
 */
export function findProxy(given: string | URL | false | undefined): FindProxy {
  if (given === false) return () => undefined;
  if (given !== undefined) {
    const proxy = proxyUrl("proxy", given);
    return ({ protocol }) => (protocol === "https:" || LOOPBACK.test(proxy.hostname) ? proxy : undefined);
  }
  const name = ["https_proxy", "HTTPS_PROXY"].find((variable) => process.env[variable]);
  if (!name) return () => undefined;
  const proxy = proxyUrl(name, process.env[name]);
  const excluded = (process.env["no_proxy"] || process.env["NO_PROXY"] || "").toLowerCase().split(/[\s,]+/);
  return (origin) =>
    LOOPBACK.test(origin.hostname) || excluded.some((rule) => isMatch(rule, origin)) ? undefined : proxy;
}

/** Tells whether an entry of `NO_PROXY` matches: `*`, a host, or a domain with all its hosts, and optionally a port. */
function isMatch(rule: string, { hostname, port }: URL): boolean {
  if (rule === "") return false;
  if (rule === "*") return true;
  const [, domain = "", rulePort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(rule) ?? [];
  if (rulePort !== undefined && rulePort !== (port || "443")) return false;
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

function proxyUrl(name: string, given: unknown): URL {
  const text = typeof given === "string" || given instanceof URL ? String(given).trim() : "";
  // Like other programs, a host and port without a scheme.
  const url = [text, `http://${text}`].map(parsed).find((found) => found && /^https?:$/.test(found.protocol));
  // The value is not quoted, because it may contain a password.
  if (
    !url?.hostname ||
    url.pathname !== "/" ||
    url.search ||
    url.hash ||
    !isDecodable(`${url.username}:${url.password}`)
  )
    throw invalidConfig(`${name} must be the URL of an http or https proxy, such as "http://127.0.0.1:3128", or false`);
  return url;
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
