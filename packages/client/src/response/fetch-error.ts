import { isInstantlyError } from "../errors/instantly-error.ts";
import type { Redact } from "../redaction/redact.ts";

/** The classification of an error of `fetch`, including whether the request was sent. */
export interface FetchFailure {
  readonly kind: "network" | "tls" | "invalid_response";
  /** True only if it is proven that no byte of the request was sent. */
  readonly notSent: boolean;
  /** A copy without the platform's messages, which may quote headers, URLs or bodies. */
  readonly cause: Error;
}

interface ErrorCode {
  readonly code: string;
  readonly syscall?: string;
}

/** A part of an error that proves nothing, regardless of the other parts. */
const NO_PROOF: ErrorCode = { code: "no code", syscall: "none" };

// EHOSTUNREACH and ENETUNREACH are not listed: they can also end an established connection.
const UNREACHABLE = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/;
const BEFORE_SENDING = /^(connect|getaddrinfo|query\w*)$/;
// The usual codes of Node for a certificate, which is checked before the first byte of a request is written. The code of a custom
// fetch may only look like one of them, such as UNABLE_TO_PARSE_RESPONSE.
const CERTIFICATE =
  /^(CERT_(HAS_EXPIRED|NOT_YET_VALID|SIGNATURE_FAILURE|CHAIN_TOO_LONG|REVOKED|UNTRUSTED|REJECTED)|(DEPTH_ZERO_)?SELF_SIGNED_CERT(_IN_CHAIN)?|UNABLE_TO_(GET_ISSUER_CERT(_LOCALLY)?|VERIFY_LEAF_SIGNATURE)|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_INVALID)$/;
// Errors of TLS records can occur at any time.
const RECORD = /^ERR_SSL_\w*(CERT|WRONG_VERSION)/;
const MALFORMED = /^HPE_|HEADERS_OVERFLOW/;
/** Error codes of connections; a wrapper may set other codes. */
const CONNECTION = /^(E[A-Z]+|UND_ERR_\w+)$/;
/** Matches the address in messages of Node and undici, because an error may be copied without its properties. */
const PLACES = /(?:(?:connect|getaddrinfo) E\w+|addresse?s?:) ([^\s,]+(?:, [^\s,]+:\d+)*)/g;
const ADDRESS = /^[\d.]+$|:/;
const LOOPBACK = /^127\.|^::1$/;
/** The maximum number of nested errors that are read. */
const MOST_ERRORS = 100;

/**
 * Classifies a thrown value, at any depth of nested errors. It never throws. From a message it only reads the address that
 * the platform connected to.
 *
 * @param url the URL of the request. An error that names another host or port belongs to another request and proves
 *   nothing; a host name may have any address. An error without an address is treated as that of the request.
 */
export function classifyFetchError(thrown: unknown, redact: Redact = (value) => value, url?: string): FetchFailure {
  const codes = readableCodes(thrown, url === undefined ? undefined : new URL(url));
  const first = codes.find((found) => found !== NO_PROOF);
  const code = first?.code ?? "no code";
  // A custom fetch may use any string as a code.
  const cause = Object.assign(new Error(redact(code)), redact(first));
  cause.stack = `Error: ${cause.message}`;
  return {
    kind: CERTIFICATE.test(code) || RECORD.test(code) ? "tls" : MALFORMED.test(code) ? "invalid_response" : "network",
    notSent: codes.length > 0 && codes.every(provesUnsent),
    cause,
  };
}

function provesUnsent({ code, syscall }: ErrorCode): boolean {
  if (syscall !== undefined) return BEFORE_SENDING.test(syscall);
  return UNREACHABLE.test(code) || CERTIFICATE.test(code);
}

/** Reads the codes of an error; returns none if a property throws when it is read. */
function readableCodes(thrown: unknown, own: URL | undefined): readonly ErrorCode[] {
  try {
    return codesOf(thrown, own, new Set());
  } catch {
    return [];
  }
}

/**
 * Returns the relevant codes: all inner ones of an AggregateError (dual stack), otherwise the deepest one. Parts of the
 * chain that contradict them, such as another address or the code of a broken connection, are included.
 */
function codesOf(thrown: unknown, own: URL | undefined, seen: Set<unknown>): readonly ErrorCode[] {
  if (typeof thrown !== "object" || thrown === null || seen.has(thrown)) return [];
  if (seen.size === MOST_ERRORS) return [NO_PROOF];
  seen.add(thrown);
  // An error of another client of this package belongs to a request of that client.
  if (isInstantlyError(thrown)) return [{ code: "InstantlyError" }];
  const error = thrown as Record<string, unknown>;
  const { errors, cause, syscall, name } = error;
  // The errors of the parser of Node 24's fetch have no code.
  const { code = name === "HTTPParserError" ? "HPE_UNKNOWN" : undefined } = error;
  const list = (some: unknown) => [some ?? []].flat().slice(0, MOST_ERRORS);
  const found = list(cause).flatMap((one) => [...codesOf(one, own, seen)]);
  for (const one of list(errors)) {
    const inner = codesOf(one, own, seen);
    found.push(...(inner.length > 0 ? inner : [NO_PROOF]));
  }
  if (typeof code === "string" && /^\w{2,64}$/.test(code)) {
    const isKnown = found.some((inner) => inner.code === code);
    if (found.length === 0 || (CONNECTION.test(code) && !isKnown)) {
      found.push(typeof syscall === "string" && /^[a-z]{1,11}$/i.test(syscall) ? { code, syscall } : { code });
    }
  }
  if (own && namesElsewhere(error, own)) found.push(NO_PROOF);
  return found;
}

/** Tells whether an error names a host, address or port other than that of the request. */
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
