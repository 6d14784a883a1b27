import { isInstantlyError } from "./instantly-error.ts";

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
  readonly syscall?: string | undefined;
  /** Whether it tells of a connection to somewhere else than the request goes. */
  readonly isElsewhere?: boolean;
}

// A host or a network that goes out of reach ends connections too, so those codes prove nothing by themselves.
const UNREACHABLE = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/;
const BEFORE_SENDING = /^(connect|getaddrinfo|query\w*)$/;
const TLS = /CERT|SIGNED|UNABLE_TO|HOSTNAME|WRONG_VERSION/;
// A certificate is checked before the first byte of a request is written; alerts and records may come at any time.
const RECORD = /^ERR_SSL_/;
const MALFORMED = /^HPE_|HEADERS_OVERFLOW/;

/**
 * Reads a thrown value, however deep the telling code is buried. It never throws and never reads a message.
 *
 * @param url where the request goes; a connection to somewhere else that was not made proves nothing.
 */
export function platformFailure(thrown: unknown, url?: string): PlatformFailure {
  const codes = readableCodes(thrown, url);
  const [{ code, syscall } = { code: "no code", syscall: undefined }] = codes;
  const cause = Object.assign(new Error(code), codes.length > 0 && { code }, syscall !== undefined && { syscall });
  cause.stack = `Error: ${code}`;
  return {
    kind: TLS.test(code) ? "tls" : MALFORMED.test(code) ? "invalid_response" : "network",
    notSent: codes.length > 0 && codes.every(provesUnsent),
    cause,
  };
}

function provesUnsent({ code, syscall, isElsewhere }: Told): boolean {
  if (isElsewhere) return false;
  if (syscall !== undefined) return BEFORE_SENDING.test(syscall);
  return UNREACHABLE.test(code) || (TLS.test(code) && !RECORD.test(code));
}

/** A hostile value, whose properties throw when they are read, tells nothing. */
function readableCodes(thrown: unknown, url: string | undefined): readonly Told[] {
  try {
    return codesOf(thrown, url, 10);
  } catch {
    return [];
  }
}

/** The codes that tell: of an AggregateError (dual stack) all inner ones, otherwise the deepest that has one. */
function codesOf(thrown: unknown, url: string | undefined, depth: number): readonly Told[] {
  if (typeof thrown !== "object" || thrown === null || depth === 0) return [];
  // An error of this package tells of another call, whatever its codes prove there.
  if (isInstantlyError(thrown)) return [{ code: "InstantlyError" }];
  const { errors, cause, code, syscall, port, hostname } = thrown as Record<string, unknown>;
  const inner = [errors ?? [], cause ?? []].flat().flatMap((error) => codesOf(error, url, depth - 1));
  if (inner.length > 0) return inner;
  if (typeof code !== "string" || !/^\w{2,64}$/.test(code)) return [];
  return [
    {
      code,
      syscall: typeof syscall === "string" && /^[a-z]{1,11}$/i.test(syscall) ? syscall : undefined,
      isElsewhere: url !== undefined && isElsewhere(new URL(url), port, hostname),
    },
  ];
}

function isElsewhere(url: URL, port: unknown, hostname: unknown): boolean {
  const ownPort = url.port || (url.protocol === "https:" ? "443" : "80");
  return (port !== undefined && String(port) !== ownPort) || (hostname !== undefined && hostname !== url.hostname);
}
