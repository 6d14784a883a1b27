import type { CommandOptions } from "../settings/command-options.ts";

/** Which addresses may be used for a server. */
export type AddressRules = Pick<CommandOptions, "allowedHosts" | "allowedOrigins">;

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Checks Host and Origin, so that a web page cannot reach the server by DNS rebinding or from another site. Returns the
 * reason for a refusal.
 */
export function addressProblem(
  host: string | undefined,
  origin: string | undefined,
  rules: AddressRules,
): string | undefined {
  const hosts = rules.allowedHosts.length === 0 ? LOOPBACK : rules.allowedHosts;
  if (host === undefined || !isAllowedHost(host, hosts)) {
    return "the Host header is not an address of this server; --allowed-hosts names them";
  }
  if (origin === undefined || rules.allowedOrigins.includes(origin)) return undefined;
  const originHost = hostOf(origin);
  if (originHost !== undefined && isAllowedHost(originHost, hosts)) return undefined;
  return "the Origin header is not allowed; --allowed-origins names the web pages that may call";
}

/** What lets the scripts of an allowed web page read a response, and ask a browser for permission to send a request. */
export function pageAccess(
  origin: string | undefined,
  { allowedOrigins }: AddressRules,
): Readonly<Record<string, string>> {
  if (origin === undefined || !allowedOrigins.includes(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "POST",
    // A wildcard would not cover Authorization.
    "access-control-allow-headers": `accept, authorization, content-type, last-event-id, ${MCP_HEADERS}`,
    "access-control-expose-headers": "www-authenticate",
    "access-control-max-age": "7200",
    vary: "Origin",
  };
}

const MCP_HEADERS =
  "mcp-protocol-version, mcp-session-id, mcp-method, mcp-name, x-instantly-api-key, x-mcp-readonly, x-mcp-tools";

/** A name without a port allows every port. */
function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  const given = parsed(`http://${host}`);
  // A Host has no user, path or query.
  if (given === undefined || !/^[\w.:[\]-]+$/.test(host)) return false;
  const hasPort = /:\d+$/.test(host);
  return allowed.some((name) => name === given.hostname || (hasPort && name === `${given.hostname}:${portOf(host)}`));
}

function portOf(host: string): string {
  return host.slice(host.lastIndexOf(":") + 1);
}

function hostOf(origin: string): string | undefined {
  const url = parsed(origin);
  return url !== undefined && ["http:", "https:"].includes(url.protocol) && url.origin === origin
    ? url.host
    : undefined;
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
