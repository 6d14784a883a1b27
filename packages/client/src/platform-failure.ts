import { isInstantlyError } from "./instantly-error.ts";
import type { Redact } from "./redact.ts";

/** What a thrown value of the platform's fetch says about how far the request got. */
export interface PlatformFailure {
  readonly kind: "network" | "tls" | "invalid_response";
  /** True only if it is proven that no byte of the request left. */
  readonly notSent: boolean;
  /** A copy without the platform's texts, which may quote headers, URLs or bodies. */
  readonly cause: Error;
}

interface Told {
  readonly code: string;
  readonly syscall?: string;
}

// A host or a network that goes out of reach ends connections too, so those codes prove nothing by themselves.
const UNREACHABLE = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/;
const BEFORE_SENDING = /^(connect|getaddrinfo|query\w*)$/;
const TLS = /CERT|SIGNED|UNABLE_TO|HOSTNAME|WRONG_VERSION/;
// A certificate is checked before the first byte of a request is written; alerts and records may come at any time.
const RECORD = /^ERR_SSL_/;
const MALFORMED = /^HPE_|HEADERS_OVERFLOW/;

/** Reads a thrown value, however deep the telling code is buried. It never throws and never reads a message. */
export function platformFailure(thrown: unknown, redact: Redact = (value) => value): PlatformFailure {
  const codes = readableCodes(thrown);
  const [first] = codes;
  const code = first?.code ?? "no code";
  // A given fetch may call anything a code.
  const cause = Object.assign(new Error(redact(code)), redact(first));
  cause.stack = `Error: ${cause.message}`;
  return {
    kind: TLS.test(code) ? "tls" : MALFORMED.test(code) ? "invalid_response" : "network",
    notSent: first !== undefined && codes.every(provesUnsent),
    cause,
  };
}

function provesUnsent({ code, syscall }: Told): boolean {
  if (syscall !== undefined) return BEFORE_SENDING.test(syscall);
  return UNREACHABLE.test(code) || (TLS.test(code) && !RECORD.test(code));
}

/** A hostile value, whose properties throw when they are read, tells nothing. */
function readableCodes(thrown: unknown): readonly Told[] {
  try {
    return codesOf(thrown, 10);
  } catch {
    return [];
  }
}

/** The codes that tell: of an AggregateError (dual stack) all inner ones, otherwise the deepest that has one. */
function codesOf(thrown: unknown, depth: number): readonly Told[] {
  if (typeof thrown !== "object" || thrown === null || depth === 0) return [];
  // An error of some client of this package: it speaks of a request of that client, not of this one.
  if (isInstantlyError(thrown)) return [{ code: "InstantlyError" }];
  const { errors, cause, code, syscall } = thrown as Record<string, unknown>;
  const inner = [errors ?? [], cause ?? []].flat().flatMap((error) => codesOf(error, depth - 1));
  if (inner.length > 0) return inner;
  if (typeof code !== "string" || !/^\w{2,64}$/.test(code)) return [];
  return [typeof syscall === "string" && /^[a-z]{1,11}$/i.test(syscall) ? { code, syscall } : { code }];
}
