import type { InstantlyClient, InstantlyClientOptions } from "../../packages/client/src/index.ts";
import { createInstantlyClient } from "../../packages/client/src/index.ts";
import { nodeTransport } from "../../packages/client/src/node.ts";
import type { Certificate } from "../faults/server/certificate.ts";
import type { Exchange, FaultServer, Script } from "../faults/server/fault-server.ts";
import { startFaultServer } from "../faults/server/fault-server.ts";

/** A server and a client of it that does not retry. */
export interface ServedClient {
  readonly server: FaultServer;
  readonly client: InstantlyClient;
}

const servers: FaultServer[] = [];

/** Starts a server, and creates a client of it on the transport for Node, unless the options say otherwise. */
export async function servedClient(
  script: Script | ((exchange: Exchange) => void),
  { certificate, ...options }: Partial<InstantlyClientOptions> & { readonly certificate?: Certificate } = {},
): Promise<ServedClient> {
  const server = await startFaultServer(typeof script === "function" ? { request: script } : script, certificate);
  servers.push(server);
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl: server.origin,
    retry: false,
    rateLimiter: false,
    transport: nodeTransport({ ca: certificate?.cert, proxy: false }),
    ...options,
  });
  return { server, client };
}

/** Stops the servers of a test. */
export async function stopServers(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
}
