import type { InstantlyClientOptions } from "@modulex-instantly/client";
import { nodeTransport, sendEvidence } from "@modulex-instantly/client/node";
import type { Connecting } from "./platform-fetch.ts";
import { platformFetch } from "./platform-fetch.ts";

/** How a client sends: by `fetch`, with and without send evidence, or by the transport for Node. */
export type Sending = "fetch" | "fetch without evidence" | "node transport";

/** The two ways to send that the matrix runs completely. */
export const transports: readonly Sending[] = ["fetch", "node transport"];

/** The options of a client that sends in this way. */
export function sendingOptions(sending: Sending): Partial<InstantlyClientOptions> {
  if (sending === "node transport") return { transport: nodeTransport() };
  return sending === "fetch" ? { sendEvidence: sendEvidence() } : {};
}

/** The options of a client that sends in this way with a private certificate or resolver. */
export async function connectingOptions(
  sending: Sending,
  connecting: Connecting,
): Promise<{ readonly options: Partial<InstantlyClientOptions>; close(): Promise<void> }> {
  if (sending === "node transport") {
    return { options: { transport: nodeTransport({ ...connecting, proxy: false }) }, close: async () => undefined };
  }
  const { fetch, close } = await platformFetch(connecting);
  return { options: { fetch }, close };
}
