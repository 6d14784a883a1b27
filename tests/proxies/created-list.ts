import type { InstantlyError } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { NodeTransportOptions } from "@modulex-instantly/client/node";
import { nodeTransport } from "@modulex-instantly/client/node";
import type { Certificate } from "../faults/server/certificate.ts";
import { makeCertificate } from "../faults/server/certificate.ts";

/** The certificate of an API that is reached through a proxy. */
export const certificate: Certificate = makeCertificate(["127.0.0.1", "api.invalid"]);

/** How the call ended: the id of the list, or its error. */
export type Ended = string | Pick<InstantlyError, "code" | "outcome" | "message">;

/** Creates a lead list on the transport for Node, without retries. */
export async function createdList(baseUrl: string, options: NodeTransportOptions = {}): Promise<Ended> {
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl,
    transport: nodeTransport({ ca: certificate.cert, ...options }),
    retry: false,
    timeouts: { connectMs: 4_000 },
  });
  return client.leadLists.create({ name: "a list" }).then(
    ({ id }) => id,
    ({ code, outcome, message }: InstantlyError) => ({ code, outcome, message }),
  );
}
