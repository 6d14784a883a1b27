import { isInstantlyError } from "../errors/instantly-error.ts";
import type { Redact } from "../redaction/redact.ts";

/** What a thrown value of the platform's fetch says about how far the request got. */
export interface FetchFailure {
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

/** What proves nothing, whatever else is told. */
const NO_PROOF: Told = { code: "no code", syscall: "none" };

// A host or a network that goes out of reach ends connections too, so those codes prove nothing by themselves.
const UNREACHABLE = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/;
const BEFORE_SENDING = /^(connect|getaddrinfo|query\w*)$/;
const TLS = /CERT|SIGNED|UNABLE_TO|HOSTNAME|WRONG_VERSION/;
// A certificate is checked before the first byte of a request is written; alerts and records may come at any time.
const RECORD = /^ERR_SSL_/;
const MALFORMED = /^HPE_|HEADERS_OVERFLOW/;
/** The codes of connections; others are names that a wrapper gives. */
const CONNECTION = /^(E[A-Z]+|UND_ERR_\w+)$/;
/** Where Node and undici say in a message that they were connecting to: an error may be copied without its properties. */
const PLACES = /(?:(?:connect|getaddrinfo) E\w+|addresse?s?:) ([^\s,]+(?:, [^\s,]+:\d+)*)/g;
const ADDRESS = /^[\d.]+$|:/;
const LOOPBACK = /^127\.|^::1$/;
/** So many errors, which hold each other, are read at most. */
const MOST_ERRORS = 100;

/**
 * Reads a thrown value, however deep the telling code is buried. It never throws, and of a message it reads only where
 * the platform was connecting to.
 *
 * @param url where the request goes. An error that names another port or host is about another request and proves
 *   nothing; a name may stand for any address. What names no place is taken for the request's own.
 */
export function classifyFetchError(thrown: unknown, redact: Redact = (value) => value, url?: string): FetchFailure {
  const codes = readableCodes(thrown, url === undefined ? undefined : new URL(url));
  const first = codes.find((told) => told !== NO_PROOF);
  const code = first?.code ?? "no code";
  // A given fetch may call anything a code.
  const cause = Object.assign(new Error(redact(code)), redact(first));
  cause.stack = `Error: ${cause.message}`;
  return {
    kind: TLS.test(code) ? "tls" : MALFORMED.test(code) ? "invalid_response" : "network",
    notSent: codes.length > 0 && codes.every(provesUnsent),
    cause,
  };
}

function provesUnsent({ code, syscall }: Told): boolean {
  if (syscall !== undefined) return BEFORE_SENDING.test(syscall);
  return UNREACHABLE.test(code) || (TLS.test(code) && !RECORD.test(code));
}

/** A hostile value, whose properties throw when they are read, tells nothing. */
function readableCodes(thrown: unknown, own: URL | undefined): readonly Told[] {
  try {
    return codesOf(thrown, own, new Set());
  } catch {
    return [];
  }
}

/**
 * The codes that tell: of an AggregateError (dual stack) all inner ones, otherwise the deepest that has one. What
 * contradicts them on the way, another place or the code of a connection that broke, is told too.
 */
function codesOf(thrown: unknown, own: URL | undefined, seen: Set<unknown>): readonly Told[] {
  if (typeof thrown !== "object" || thrown === null || seen.has(thrown)) return [];
  if (seen.size === MOST_ERRORS) return [NO_PROOF];
  seen.add(thrown);
  // An error of some client of this package: it speaks of a request of that client, not of this one.
  if (isInstantlyError(thrown)) return [{ code: "InstantlyError" }];
  const error = thrown as Record<string, unknown>;
  const { errors, cause, code, syscall } = error;
  const list = (some: unknown) => [some ?? []].flat().slice(0, MOST_ERRORS);
  const told = list(cause).flatMap((one) => [...codesOf(one, own, seen)]);
  for (const one of list(errors)) {
    const inner = codesOf(one, own, seen);
    told.push(...(inner.length > 0 ? inner : [NO_PROOF]));
  }
  if (typeof code === "string" && /^\w{2,64}$/.test(code)) {
    const isKnown = told.some((inner) => inner.code === code);
    if (told.length === 0 || (CONNECTION.test(code) && !isKnown)) {
      told.push(typeof syscall === "string" && /^[a-z]{1,11}$/i.test(syscall) ? { code, syscall } : { code });
    }
  }
  if (own && namesElsewhere(error, own)) told.push(NO_PROOF);
  return told;
}

/** Whether an error names a place that the request did not go to. */
function namesElsewhere({ address, hostname, host, port, message }: Record<string, unknown>, own: URL): boolean {
  const ownPort = own.port || (own.protocol === "https:" ? "443" : "80");
  const ownHost = own.hostname.replace(/^\[|\]$/g, "");
  const isOwnHost = (given: unknown) => {
    const named = String(given).toLowerCase();
    if (named === ownHost) return true;
    return ADDRESS.test(named) && !ADDRESS.test(ownHost) && (ownHost !== "localhost" || LOOPBACK.test(named));
  };
  const places = [...String(message).slice(0, 999).matchAll(PLACES)].flatMap(([, list = ""]) => list.split(", "));
  const ports = [port, ...places.map((place) => /:(\d+)$/.exec(place)?.[1])];
  const hosts = [address, hostname, host, ...places.map((place) => place.replace(/:\d+$/, ""))];
  return (
    ports.some((named) => (named ?? ownPort) !== ownPort && String(named) !== ownPort) ||
    hosts.some((named) => !isOwnHost(named ?? ownHost))
  );
}
