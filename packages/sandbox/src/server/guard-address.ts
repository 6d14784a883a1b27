import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "../api-error.ts";
import type { RequestHead } from "./exchange.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);
const SAFE_METHODS = ["GET", "HEAD"];

/**
 * Rejects requests that are not meant for this server, and those that another web page makes. A program sends none of the
 * headers of a browser. A browser sends `Origin`, `Sec-Fetch-Site` or at least `Referer`, and each of them is checked.
 *
 * @param isPage whether the route is the page, to which other pages may link.
 * @throws ApiError 403
 */
export function guardAddress({ method, url, headers, arrival }: RequestHead, isPage: boolean): void {
  if (arrival === undefined) return;
  // An absolute URL in the request line is for proxies, and may contradict the Host header.
  if (!url.startsWith("/")) throw new ApiError(403, "The sandbox is not a proxy: the request target must be a path");
  const { host, origin } = headers;
  const isOwn = (authority: string): boolean => isOwnAddress(authority, arrival.port, arrival.allowedHosts);
  if (host === undefined || (host !== arrival.acceptedHost && !isOwn(host))) {
    throw new ApiError(
      403,
      `The sandbox only accepts requests to its own loopback address${arrival.allowedHosts.length > 0 ? " and to its allowed hosts" : ""}; Host was ${JSON.stringify(host ?? "")}`,
    );
  }
  arrival.acceptedHost = host;
  if (origin !== undefined && !isOwnOrigin(origin, host, isOwn)) {
    throw new ApiError(403, `The sandbox accepts no requests of other web pages; Origin was ${JSON.stringify(origin)}`);
  }
  guardFetchMetadata(method, headers, isPage);
  const { referer } = headers;
  if (origin === undefined && headers["sec-fetch-site"] === undefined && referer !== undefined && !isPage) {
    if (!isOwnOrigin(originOf(referer), host, isOwn)) {
      throw new ApiError(403, "The sandbox accepts no requests of other web pages; Referer was another site");
    }
  }
}

/** What a browser says about the page that makes a request. */
function guardFetchMetadata(method: string, headers: IncomingHttpHeaders, isPage: boolean): void {
  const site = headers["sec-fetch-site"];
  if (site === undefined) return;
  const isSafe = SAFE_METHODS.includes(method);
  if (site === "same-origin") {
    if (isSafe || headers.origin !== undefined) return;
    throw new ApiError(403, `The sandbox accepts no ${method} of a browser without an Origin`);
  }
  // An address that somebody typed, or a link to the page on another page.
  if (site === "none" && isSafe) return;
  if (isPage && isSafe && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document") return;
  throw new ApiError(
    403,
    `The sandbox accepts no requests of other web pages; Sec-Fetch-Site was ${JSON.stringify(site)}`,
  );
}

/** Whether an origin is that of the page itself: that of the Host, or a loopback address with the same port. */
function isOwnOrigin(origin: string, host: string, isOwn: (authority: string) => boolean): boolean {
  const authority = origin.replace(/^https?:\/\//, "");
  if (authority === origin) return false;
  const isLoopback = LOOPBACK.has(nameOf(host));
  if (isLoopback && origin.startsWith("https:")) return false;
  return authority === host || (isLoopback && LOOPBACK.has(nameOf(authority)) && isOwn(authority));
}

function isOwnAddress(authority: string, port: number, allowedHosts: readonly string[]): boolean {
  const parts = /^(\[::1\]|[^:/@]+)(?::(\d+))?$/.exec(authority);
  if (parts === null) return false;
  const [, name = "", given] = parts;
  if (LOOPBACK.has(name) && Number(given ?? 80) === port) return true;
  const lower = name.toLowerCase();
  return allowedHosts.includes(lower) || allowedHosts.includes(`${lower}:${given ?? 80}`);
}

function nameOf(authority: string): string {
  return authority.replace(/:\d+$/, "");
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? "";
}
