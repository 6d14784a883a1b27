import type { LookupFunction } from "node:net";
import type { Timeouts } from "@modulex-instantly/client";
import { connectingOptions } from "../client/sending.ts";
import type { Certificate } from "../server/certificate.ts";
import { makeCertificate } from "../server/certificate.ts";
import type { Script } from "../server/fault-server.ts";
import { goodResponses } from "../server/good-responses.ts";
import type { Scenario } from "./fault.ts";

const NAME = "api.invalid";

/** A certificate for the address and the name of the TLS servers. */
export const goodCertificate: Certificate = makeCertificate(["127.0.0.1", NAME]);

/** How a TLS server is reached. */
export interface Secured {
  readonly certificate?: Certificate;
  /** Creates the lookup of the server's name; without it, the server is called by its address. */
  readonly lookup?: () => LookupFunction;
  readonly timeouts?: Timeouts;
}

/** Calls a TLS server with a trusted certificate. By default it responds with success. */
export function overTls(script: Script, { certificate = goodCertificate, lookup, timeouts }: Secured = {}): Scenario {
  return async (cell) => {
    const { origin } = await cell.serve({ ...goodResponses(cell.operation.response), ...script }, certificate);
    const connecting = { ca: certificate.cert, ...(lookup && { lookup: lookup() }) };
    const { options, close } = await connectingOptions(cell.sending, connecting);
    cell.finally(close);
    await cell.call(lookup ? origin.replace("127.0.0.1", NAME) : origin, { ...options, timeouts });
  };
}
