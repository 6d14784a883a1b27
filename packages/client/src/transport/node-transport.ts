import type { LookupFunction } from "node:net";
import { invalidConfig } from "../options/api-key.ts";
import { assertKnownNames } from "../options/with-defaults.ts";
import type { Transport } from "../request/transport.ts";
import { connections } from "./connections.ts";
import { exchange } from "./exchange.ts";
import { findProxy } from "./proxy.ts";

/** Options of `nodeTransport`. */
export interface NodeTransportOptions {
  /**
   * The URL of an http or https proxy, which may contain a user name and a password. Every connection is a tunnel through
   * it, so that it cannot read requests over https. Default: the environment variables `HTTPS_PROXY` and `NO_PROXY`, which
   * never apply to loopback. `false` uses no proxy.
   */
  readonly proxy?: string | URL | false | undefined;
  /** Certificates of authorities to trust instead of Node's own, in PEM. */
  readonly ca?: string | Uint8Array | readonly (string | Uint8Array)[] | undefined;
  /** A function like `dns.lookup` that finds the addresses of hosts. */
  readonly lookup?: LookupFunction | undefined;
}

/** The requests of one attempt. */
interface Sending {
  hasStarted: boolean;
  hasLeft: boolean;
  /** The number of requests without a response or an error. A function around `fetch` may not wait for them. */
  pending: number;
  onLeave?: (() => void) | undefined;
}

const OPTIONS: Readonly<Record<keyof NodeTransportOptions, true>> = { proxy: true, ca: true, lookup: true };

/**
 * Creates a transport that uses `node:http` in place of `fetch`. Use it as `createInstantlyClient({ transport:
 * nodeTransport() })`.
 *
 * It takes less time than `fetch`, both to load and for every call. It reports exactly whether a request was sent, so it
 * includes what `sendEvidence` does for `fetch`. It uses HTTP/1.1, keeps connections for up to 4 seconds, and supports
 * proxies. Clients can share it.
 *
 * @throws InstantlyError `invalid_config` if an option is invalid, or `HTTPS_PROXY` if it applies.
 */
export function nodeTransport(options: NodeTransportOptions = {}): Transport {
  assertKnownNames("nodeTransport", options, OPTIONS);
  const { proxy, ca, lookup } = options;
  if (lookup !== undefined && typeof lookup !== "function") throw invalidConfig("lookup must be a function");
  const pool = connections({ ca: ca as string, lookup }, findProxy(proxy));
  // By the signal of their attempt.
  const sendings = new WeakMap<AbortSignal, Sending>();
  const sendingOf = (signal: AbortSignal) => {
    const sending = sendings.get(signal) ?? { hasStarted: false, hasLeft: false, pending: 0 };
    sendings.set(signal, sending);
    return sending;
  };
  return {
    fetch(url, request) {
      const sending = sendingOf(request.signal);
      sending.hasStarted = true;
      sending.pending += 1;
      const response = exchange(pool, url, request, () => {
        sending.hasLeft = true;
        sending.onLeave?.();
      });
      const settle = () => {
        sending.pending -= 1;
      };
      response.then(settle, settle);
      return response;
    },
    sendEvidence({ signal, onLeave }) {
      const sending = sendingOf(signal);
      sending.onLeave = onLeave;
      return {
        run: (start) => start(),
        progress(thrown) {
          if (!sending.hasStarted) return "unseen";
          if (sending.hasLeft) return "left";
          if (thrown === undefined) return "waiting";
          return sending.pending === 0 ? "failed" : "left";
        },
      };
    },
  };
}
