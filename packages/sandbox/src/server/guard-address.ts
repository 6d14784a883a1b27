import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "../api-error.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Rejects requests that are not meant for this server: a request of a malicious web page has another Host or Origin.
 *
 * @throws ApiError 403
 */
export function guardAddress(url: string | undefined, headers: IncomingHttpHeaders, port: number | undefined): void {
  // An absolute URL in the request line is for proxies, and may contradict the Host header.
  if (!url?.startsWith("/")) throw new ApiError(403, "The sandbox is not a proxy: the request target must be a path");
  const { host, origin } = headers;
  if (!isOwn(host, port)) {
    throw new ApiError(
      403,
      `The sandbox only accepts requests to its own loopback address; Host was ${JSON.stringify(host ?? "")}`,
    );
  }
  if (origin !== undefined && !isOwn(origin.replace(/^http:\/\//, ""), port)) {
    throw new ApiError(403, `The sandbox accepts no requests of other web pages; Origin was ${JSON.stringify(origin)}`);
  }
}

function isOwn(authority: string | undefined, port: number | undefined): boolean {
  const parts = /^(\[::1\]|[^:/@]+)(?::(\d+))?$/.exec(authority ?? "");
  return parts !== null && LOOPBACK.has(parts[1] ?? "") && Number(parts[2] ?? 80) === port;
}
