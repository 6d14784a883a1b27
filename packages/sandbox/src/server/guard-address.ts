import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../refusal.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Lets only requests through that were meant for this server: a web page that was talked into calling it carries a foreign
 * Host or Origin.
 *
 * @throws Refusal 403
 */
export function guardAddress(url: string | undefined, headers: IncomingHttpHeaders, port: number | undefined): void {
  // A whole URL in the request line is for proxies, and names a host that the Host header may contradict.
  if (!url?.startsWith("/")) throw new Refusal(403, "The sandbox is no proxy: ask for a path");
  const { host, origin } = headers;
  if (!isOwn(host, port)) {
    throw new Refusal(
      403,
      `The sandbox answers only under its own loopback address; Host was ${JSON.stringify(host ?? "")}`,
    );
  }
  if (origin !== undefined && !isOwn(origin.replace(/^http:\/\//, ""), port)) {
    throw new Refusal(403, `The sandbox answers no other web page; Origin was ${JSON.stringify(origin)}`);
  }
}

function isOwn(authority: string | undefined, port: number | undefined): boolean {
  const parts = /^(\[::1\]|[^:/@]+)(?::(\d+))?$/.exec(authority ?? "");
  return parts !== null && LOOPBACK.has(parts[1] ?? "") && Number(parts[2] ?? 80) === port;
}
