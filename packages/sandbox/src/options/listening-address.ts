import type { StartSandboxOptions } from "./sandbox-options.ts";
import { rejectOption, wholeNumber } from "./sandbox-options.ts";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/** Where a server listens, and the names under which it may be addressed. */
export interface ListeningOptions {
  readonly port: number;
  readonly host: string;
  /** In lower case. */
  readonly allowedHosts: readonly string[];
}

/**
 * Validates the listening address. Any other address than a loopback address needs `allowedHosts`, because a web page can
 * give a server a name of its own (DNS rebinding).
 *
 * @throws TypeError naming the option and what was expected.
 */
export function listeningAddress({
  port = 0,
  host = "127.0.0.1",
  allowedHosts = [],
}: StartSandboxOptions): ListeningOptions {
  if (!Array.isArray(allowedHosts)) rejectOption("allowedHosts", "an array of host names", allowedHosts);
  const hosts = allowedHosts.map((name: unknown) => {
    const lower = String(name).toLowerCase();
    if (typeof name === "string" && HOST.test(lower)) return lower;
    const expected = 'host names such as "sandbox" or "localhost:8080", without a scheme, a path or a wildcard';
    return rejectOption("allowedHosts", expected, name);
  });
  if (!LOOPBACK.includes(host)) {
    const isAddress = typeof host === "string" && ADDRESS.test(host);
    if (!isAddress || hosts.length === 0) {
      const others = isAddress ? "; another address needs allowedHosts, the names under which it is called" : "";
      rejectOption("host", `a loopback address (${LOOPBACK.join(", ")})`, host, others);
    }
  }
  if (wholeNumber("port", port, 0) > 65_535) rejectOption("port", "a whole number from 0 to 65535", port);
  return { port, host, allowedHosts: hosts };
}

/** Whether other machines can reach an address. */
export function isPublic(host: string): boolean {
  return !LOOPBACK.includes(host);
}
