import type { LookupFunction } from "node:net";
import type { Timeouts } from "@modulex-instantly/client";
import { platformFetch } from "../client/platform-fetch.ts";
import type { Certificate } from "../server/certificate.ts";
import { makeCertificate } from "../server/certificate.ts";
import type { Script } from "../server/fault-server.ts";
import { goodAnswers } from "../server/good-answers.ts";
import type { Scene } from "./fault.ts";

const NAME = "api.invalid";

/** A certificate for the address and the name of the servers with TLS. */
export const goodCertificate: Certificate = makeCertificate(["127.0.0.1", NAME]);

/** How a server with TLS is reached. */
export interface Secured {
  readonly certificate?: Certificate;
  /** Makes what looks the server's name up; without it the server is called by its address. */
  readonly lookup?: () => LookupFunction;
  readonly timeouts?: Timeouts;
}

/** Calls a server with TLS whose certificate is trusted. What its script leaves open, it answers well. */
export function overTls(script: Script, { certificate = goodCertificate, lookup, timeouts }: Secured = {}): Scene {
  return async (stage) => {
    const { origin } = await stage.serve({ ...goodAnswers(stage.operation.answer), ...script }, certificate);
    const { fetch, close } = await platformFetch({ ca: certificate.cert, ...(lookup && { lookup: lookup() }) });
    stage.finally(close);
    await stage.call(lookup ? origin.replace("127.0.0.1", NAME) : origin, { fetch, timeouts });
  };
}
