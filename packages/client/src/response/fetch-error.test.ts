import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fetchFailed } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { classifyFetchError } from "./fetch-error.ts";

const dualStack = (...codes: readonly string[]) =>
  new TypeError("fetch failed", {
    cause: Object.assign(
      new AggregateError(codes.map((code) => Object.assign(new Error(code), { code, syscall: "connect" }))),
      {
        code: codes[0],
      },
    ),
  });

describe("platformFailure", () => {
  test.each(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "UND_ERR_CONNECT_TIMEOUT"])(
    "%s proves that nothing was sent, bare and as a cause",
    (code) => {
      expect(classifyFetchError(fetchFailed({ code }))).toMatchObject({ kind: "network", notSent: true });
      expect(classifyFetchError(Object.assign(new Error(code), { code })).notSent).toBe(true);
    },
  );

  test.each([
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "ECONNABORTED",
  ])("%s proves nothing", (code) => {
    expect(classifyFetchError(fetchFailed({ code }))).toMatchObject({ kind: "network", notSent: false });
    expect(classifyFetchError(fetchFailed({ code, syscall: "read" })).notSent).toBe(false);
    expect(classifyFetchError(fetchFailed({ code, syscall: "write" })).notSent).toBe(false);
  });

  test.each(["EHOSTUNREACH", "ENETUNREACH", "ECONNREFUSED"])(
    "%s proves it only of connecting: a connection that was made can fail with it too",
    (code) => {
      expect(classifyFetchError(fetchFailed({ code, syscall: "connect" }))).toMatchObject({ notSent: true });
      for (const syscall of ["read", "write", "shutdown", "sendmsg"]) {
        expect(classifyFetchError(fetchFailed({ code, syscall })), syscall).toMatchObject({
          kind: "network",
          notSent: false,
        });
      }
    },
  );

  test("a host out of reach proves nothing when it is not said whether it was connecting", () => {
    for (const code of ["EHOSTUNREACH", "ENETUNREACH"])
      expect(classifyFetchError(fetchFailed({ code })).notSent).toBe(false);
  });

  test("a name that was looked up in vain proves it", () => {
    for (const syscall of ["getaddrinfo", "queryA", "queryAaaa"]) {
      expect(classifyFetchError(fetchFailed({ code: "ESERVFAIL", syscall })).notSent).toBe(true);
    }
  });

  test("a reset while connecting proves it", () => {
    expect(classifyFetchError(fetchFailed({ code: "ECONNRESET", syscall: "connect" })).notSent).toBe(true);
    expect(classifyFetchError(fetchFailed({ code: "ETIMEDOUT", syscall: "connect" })).notSent).toBe(true);
  });

  test("of several addresses, every one must have been out of reach", () => {
    expect(classifyFetchError(dualStack("ECONNREFUSED", "ENETUNREACH")).notSent).toBe(true);
    const mixed = new TypeError("fetch failed", {
      cause: new AggregateError([
        Object.assign(new Error("a"), { code: "ECONNREFUSED", syscall: "connect" }),
        Object.assign(new Error("b"), { code: "ECONNRESET", syscall: "read" }),
      ]),
    });
    expect(classifyFetchError(mixed).notSent).toBe(false);
  });

  test("a code that contradicts what it holds, or an inner error without a code, takes the proof away", () => {
    const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED", syscall: "connect" });
    const around = (fields: object) => Object.assign(new Error("x", { cause: refused }), fields);
    for (const fields of [{ code: "ECONNRESET" }, { code: "EPIPE", syscall: "write" }, { code: "UND_ERR_SOCKET" }]) {
      expect(classifyFetchError(around(fields)).notSent, fields.code).toBe(false);
    }
    for (const fields of [{ code: "ERR_NETWORK" }, { code: "ECONNREFUSED" }, { code: 5 }, {}]) {
      expect(classifyFetchError(around(fields)).notSent).toBe(true);
    }
    for (const other of [new Error("bad gateway"), undefined, "refused"]) {
      expect(classifyFetchError(new AggregateError([refused, other])).notSent).toBe(false);
      expect(classifyFetchError(new AggregateError([other, refused]))).toMatchObject({
        cause: { code: "ECONNREFUSED" },
      });
    }
  });

  test("reads any number of nested errors quickly", () => {
    const code = "ECONNREFUSED";
    const circle: { code: string; errors?: unknown } = { code };
    circle.errors = Array(20).fill(circle);
    const chain = Array.from({ length: 200 }).reduce<unknown>((cause) => ({ code, cause }), { code: "ECONNRESET" });
    const wide = { errors: Array.from({ length: 10_000 }, () => ({ code })) };
    const begun = performance.now();
    for (const thrown of [circle, chain, wide]) expect(classifyFetchError(thrown).notSent).toBe(false);
    const message = `${"address: ".repeat(99_999)}${"connect E".repeat(99_999)}`;
    classifyFetchError({ code, message }, (value) => value, "https://api.example.com/");
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test.each([
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "CERT_HAS_EXPIRED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "CERT_NOT_YET_VALID",
    "CERT_UNTRUSTED",
    "HOSTNAME_MISMATCH",
  ])("%s is a failure to secure the connection, before anything was sent", (code) => {
    expect(classifyFetchError(fetchFailed({ code }))).toMatchObject({ kind: "tls", notSent: true });
  });

  test.each([
    "UNABLE_TO_PARSE_RESPONSE",
    "UNABLE_TO_VERIFY_RESPONSE",
    "UNSIGNED_RESPONSE",
    "RESPONSE_NOT_SIGNED",
    "HOSTNAME_BLOCKED",
    "UNCERTAIN_OUTCOME",
    "CERT_SERVICE_DOWN",
    "CERT_HAS_EXPIRED_CACHE",
    "WRONG_VERSION",
  ])("%s is a code of a custom fetch, and proves nothing", (code) => {
    expect(classifyFetchError(fetchFailed({ code }))).toMatchObject({ kind: "network", notSent: false });
  });

  test.each([
    "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
    "ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE",
    "ERR_SSL_WRONG_VERSION_NUMBER",
  ])("%s may come after the request, and proves nothing", (code) => {
    expect(classifyFetchError(fetchFailed({ code }))).toMatchObject({ kind: "tls", notSent: false });
  });

  test("an error of the parser of Node 24, which has no code, is an invalid response", () => {
    const cause = Object.assign(new Error("Response does not match"), { name: "HTTPParserError", code: undefined });
    const failure = classifyFetchError(new TypeError("fetch failed", { cause }));
    expect(failure).toMatchObject({ kind: "invalid_response", notSent: false });
    expect(failure.cause.message).toBe("HPE_UNKNOWN");
  });

  test.each(["HPE_INVALID_CONSTANT", "HPE_UNEXPECTED_CONTENT_LENGTH", "UND_ERR_HEADERS_OVERFLOW"])(
    "%s is an invalid response, after the request was sent",
    (code) => {
      const failure = classifyFetchError(fetchFailed({ code }));
      expect(failure.notSent).toBe(false);
      expect(failure.kind).not.toBe("network");
      expect(failure.kind).not.toBe("tls");
    },
  );

  test("keeps the code and none of the platform's messages", () => {
    const secret = "Bearer top-secret-key";
    const thrown = new TypeError(`Headers.append: "${secret}" is an invalid header value`, {
      cause: Object.assign(new Error(secret), { code: "ECONNRESET", syscall: "read", host: secret, path: secret }),
    });
    const { cause } = classifyFetchError(thrown);
    expect(inspect(cause, { showHidden: true, depth: 9 })).not.toContain("top-secret");
    expect(cause.message).toBe("ECONNRESET");
    expect(classifyFetchError(Object.assign(new Error("x"), { code: secret })).cause.message).not.toContain(
      "top-secret",
    );
    expect(classifyFetchError(Object.assign(new Error("x"), { name: secret })).cause.message).not.toContain(
      "top-secret",
    );
  });

  test("takes any value, circular and hostile ones too, and never takes it for proof", () => {
    const circular: { cause?: unknown } = {};
    circular.cause = circular;
    const throwing = (property: string) =>
      Object.defineProperty({}, property, {
        enumerable: true,
        get() {
          throw new Error("hostile getter");
        },
      });
    const proxy = new Proxy(new Error("proxied"), {
      get() {
        throw new Error("hostile proxy");
      },
      getPrototypeOf() {
        throw new Error("hostile proxy");
      },
    });
    const symbolName = Object.assign(new Error("x"), { name: Symbol("name") });
    const hostile = [circular, proxy, symbolName, ...["errors", "cause", "code", "syscall"].map(throwing)];
    for (const value of hostile) expect(classifyFetchError(value)).toMatchObject({ notSent: false });
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (value) => {
          const failure = classifyFetchError(value);
          expect(failure.notSent).toBe(false);
          expect(failure.cause).toBeInstanceOf(Error);
        },
      ),
      seeded("platformFailure of anything"),
    );
  });
});
