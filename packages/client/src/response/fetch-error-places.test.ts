import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { classifyFetchError } from "./fetch-error.ts";

// A connection that was not made proves a request unsent only if it may be the request's own: its port, and its host.

describe("an error that names a place", () => {
  const refused = { code: "ECONNREFUSED", syscall: "connect" };
  const error = (fields: object, message = "x") => Object.assign(new Error(message), fields);
  const wrapped = (cause: unknown) => new TypeError("fetch failed", { cause });
  const isUnsent = (thrown: unknown, origin = "https://api.example.com") =>
    classifyFetchError(thrown, (value) => value, `${origin}/api/v2/emails/reply`).notSent;
  const CONNECT_TIMEOUT = { code: "UND_ERR_CONNECT_TIMEOUT" };

  test.each<[string, unknown, string?]>([
    ["no place", error(refused)],
    ["a certificate without a place", error({ code: "CERT_HAS_EXPIRED" })],
    ["an address of its name", error({ ...refused, address: "192.0.2.1", port: 443 })],
    ["an IPv6 address of its name", error({ ...refused, address: "2001:db8::1", port: 443 })],
    ["a port as a string", error({ ...refused, address: "192.0.2.1", port: "443" })],
    ["an address without a port", error({ ...refused, address: "192.0.2.1" })],
    ["its port alone", error({ ...refused, port: 443 })],
    ["its name", error({ code: "ENOTFOUND", syscall: "getaddrinfo", hostname: "API.example.com" })],
    ["its certificate's host", error({ code: "ERR_TLS_CERT_ALTNAME_INVALID", host: "api.example.com" })],
    ["its own address", error({ ...refused, address: "192.0.2.1", port: 8080 }), "http://192.0.2.1:8080"],
    ["its own IPv6 address", error({ ...refused, address: "::1", port: 80 }), "http://[::1]"],
    ["localhost over IPv4", error({ ...refused, address: "127.0.0.1", port: 3 }), "http://localhost:3"],
    ["localhost over IPv6", error({ ...refused, address: "::1", port: 3 }), "http://localhost:3"],
    [
      "both addresses of localhost",
      Object.assign(
        new AggregateError([
          error({ ...refused, address: "::1", port: 3 }, "connect ECONNREFUSED ::1:3"),
          error({ ...refused, address: "127.0.0.1", port: 3 }, "connect ECONNREFUSED 127.0.0.1:3"),
        ]),
        { code: "ECONNREFUSED" },
      ),
      "http://localhost:3",
    ],
    ["its place in a message", error({ code: "ECONNREFUSED" }, "reason: connect ECONNREFUSED 192.0.2.1:443")],
    ["its name in a message", error({ code: "ENOTFOUND" }, "getaddrinfo ENOTFOUND api.example.com")],
    [
      "its address in a message",
      error(CONNECT_TIMEOUT, "Connect Timeout Error (attempted address: api.example.com:443, timeout: 10000ms)"),
    ],
    [
      "its addresses in a message",
      error(
        CONNECT_TIMEOUT,
        "Connect Timeout Error (attempted addresses: 192.0.2.1:443, 2001:db8::1:443, timeout: 10ms)",
      ),
    ],
  ])("%s may be the request's own, and proves it unsent", (_, thrown, origin) => {
    expect(isUnsent(thrown, origin)).toBe(true);
    expect(isUnsent(wrapped(thrown), origin)).toBe(true);
  });

  test.each<[string, unknown, string?]>([
    ["another port", error({ ...refused, address: "192.0.2.1", port: 4318 })],
    ["another port alone, as a text", error({ ...refused, port: "4318" })],
    ["the port of http", error({ ...refused, address: "192.0.2.1", port: 80 })],
    ["another name", error({ code: "ENOTFOUND", syscall: "getaddrinfo", hostname: "audit.example.com" })],
    ["another name as its host", error({ code: "ERR_TLS_CERT_ALTNAME_INVALID", host: "audit.example.com" })],
    ["another address", error({ ...refused, address: "192.0.2.2", port: 443 }), "https://192.0.2.1"],
    ["another IPv6 address", error({ ...refused, address: "::2", port: 443 }), "https://[::1]"],
    ["an address that is not localhost", error({ ...refused, address: "192.0.2.1", port: 3 }), "http://localhost:3"],
    ["a name for an address", error({ ...refused, hostname: "localhost", port: 3 }), "http://127.0.0.1:3"],
    ["a socket in the file system", error({ ...refused, address: "/run/audit.sock" })],
    ["a place that is not a string", error({ ...refused, port: {} })],
    [
      "its own port at one of two addresses",
      new AggregateError([443, 4318].map((port) => error({ ...refused, address: "192.0.2.1", port }))),
    ],
    ["another port around its own", error({ port: 4318, cause: error({ ...refused, port: 443 }) })],
    ["another port around an error without a place", error({ ...refused, port: 4318, cause: error(refused) })],
    ["another place in a message", error({ code: "ECONNREFUSED" }, "reason: connect ECONNREFUSED 192.0.2.1:4318")],
    ["another name in a message", error({ code: "ENOTFOUND" }, "getaddrinfo ENOTFOUND audit.example.com")],
    ["a socket in a message", error({ code: "ECONNREFUSED" }, "connect ECONNREFUSED /run/audit.sock")],
    [
      "another address in a message",
      error(CONNECT_TIMEOUT, "Connect Timeout Error (attempted address: audit.example.com:443, timeout: 10000ms)"),
    ],
    [
      "one other address in a message",
      error(CONNECT_TIMEOUT, "Connect Timeout Error (attempted addresses: 192.0.2.1:443, ::1:4318, timeout: 10ms)"),
    ],
  ])("%s belongs to another request and proves nothing", (_, thrown, origin) => {
    expect(isUnsent(thrown, origin)).toBe(false);
    expect(isUnsent(wrapped(thrown), origin)).toBe(false);
  });

  test("keeps its code and syscall, and none of the place", () => {
    const { cause, kind } = classifyFetchError(
      wrapped(error({ ...refused, address: "192.0.2.1", port: 4318, hostname: "audit.example.com" })),
      (value) => value,
      "https://api.example.com/",
    );
    expect(kind).toBe("network");
    expect({ ...cause }).toEqual(refused);
    expect(inspect(cause, { showHidden: true, depth: 9 })).not.toMatch(/192|4318|audit/);
  });
});
