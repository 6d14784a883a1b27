import { fileURLToPath } from "node:url";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

/** A running Prism. */
export interface Prism {
  /** The origin, on loopback with a free port. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts Prism with the bundled document, as a mock or as a proxy that checks the responses of a server. */
export async function startPrism(upstream?: URL): Promise<Prism> {
  const document = fileURLToPath(import.meta.resolve("@modulex-instantly/types/openapi.json"));
  const checks = {
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
  const server = createServer(await getHttpOperationsFromSpec(document), {
    components: { logger: createLogger("prism", { level: "silent" }) },
    cors: false,
    config: upstream === undefined ? { ...checks, isProxy: false } : { ...checks, isProxy: true, upstream },
  });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}
