/** What a thrown value of the platform's fetch says about how far the request got. */
export interface PlatformFailure {
  readonly kind: "network" | "tls" | "malformed_answer";
  /** True only if it is proven that no byte of the request left. */
  readonly notSent: boolean;
  /** A copy without the platform's texts, which may quote headers, URLs or bodies. */
  readonly cause: Error;
}

const NOT_SENT_CODES = [
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
];
const NOT_SENT_WHILE_CONNECTING = ["ECONNRESET", "ETIMEDOUT", "EADDRNOTAVAIL"];
const TLS_CODE = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH$|ERR_OSSL_)/;
const MALFORMED_CODE = /^(HPE_|UND_ERR_HEADERS_OVERFLOW$|UND_ERR_RESPONSE$)/;

/** Reads a thrown value, however deep the telling code is buried. It never throws and never reads a message. */
export function platformFailure(thrown: unknown): PlatformFailure {
  const codes = [...codesOf(thrown)];
  const kind = codes.some(({ code }) => TLS_CODE.test(code))
    ? "tls"
    : codes.some(({ code }) => MALFORMED_CODE.test(code))
      ? "malformed_answer"
      : "network";
  const notSent =
    kind === "tls" ||
    (codes.length > 0 &&
      codes.every(
        ({ code, syscall }) =>
          NOT_SENT_CODES.includes(code) || (NOT_SENT_WHILE_CONNECTING.includes(code) && syscall === "connect"),
      ));
  const told = codes[0];
  const cause = new Error(told === undefined ? nameOf(thrown) : told.code);
  if (told !== undefined) Object.assign(cause, told);
  cause.stack = `${cause.name}: ${cause.message}`;
  return { kind, notSent, cause };
}

/** The codes that tell: of an AggregateError (dual stack) all inner ones, otherwise the deepest that has one. */
function* codesOf(thrown: unknown, depth = 0): Generator<{ code: string; syscall?: string }> {
  if (typeof thrown !== "object" || thrown === null || depth > 10) return;
  const { errors, cause, code, syscall } = thrown as Record<string, unknown>;
  const inner = [...(Array.isArray(errors) ? errors.slice(0, 20) : []), ...(cause === undefined ? [] : [cause])];
  let found = false;
  for (const value of inner) {
    for (const told of codesOf(value, depth + 1)) {
      found = true;
      yield told;
    }
  }
  if (!found && typeof code === "string" && /^[A-Z0-9_]{2,64}$/.test(code)) {
    yield typeof syscall === "string" && /^[a-z]{1,16}$/.test(syscall) ? { code, syscall } : { code };
  }
}

function nameOf(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return /^[A-Za-z]{1,40}$/.test(name) ? name : "Error";
}
