import path from "node:path";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

/** A running mock of the API. */
export interface PrismMock {
  /** Its origin, on loopback and a port of its own. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts Prism on the bundled document: canned answers, but every request is checked against the spec. */
export async function startPrismMock(): Promise<PrismMock> {
  const document = path.resolve(import.meta.dirname, "../../packages/types/openapi.json");
  const server = createServer(await getHttpOperationsFromSpec(document), {
    components: { logger: createLogger("prism", { level: "silent" }) },
    cors: false,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
  });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}
