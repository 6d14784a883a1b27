import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import type { InstantlyError } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { NodeTransportOptions } from "@modulex-instantly/client/node";
import { nodeTransport } from "@modulex-instantly/client/node";
import { afterEach, describe, expect, test, vi } from "vitest";
import { failingLookup } from "../faults/client/failing-lookup.ts";
import { makeCertificate } from "../faults/server/certificate.ts";
import type { FaultServer } from "../faults/server/fault-server.ts";
import { startFaultServer } from "../faults/server/fault-server.ts";
import { json } from "../faults/server/response-bytes.ts";
import type { ProxyMode, ProxyServer } from "./proxy-server.ts";
import { startProxy } from "./proxy-server.ts";

const certificate = makeCertificate(["127.0.0.1", "api.invalid"]);
const closers: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) await close();
});

async function startApi(isSecure: boolean): Promise<FaultServer> {
  const api = await startFaultServer(
    { request: ({ reply }) => reply(json(200, { id: "list-1", name: "a list" })) },
    isSecure ? certificate : undefined,
  );
  closers.push(api.stop);
  return api;
}

async function proxyOf(mode: ProxyMode): Promise<ProxyServer> {
  const proxy = await startProxy(mode);
  closers.push(proxy.close);
  return proxy;
}

/** A proxy that does one thing with every connection. */
async function rawProxy(begun: (socket: Socket) => void): Promise<string> {
  const proxy = await startFaultServer({ begun });
  closers.push(proxy.stop);
  return proxy.origin;
}

/** Creates a lead list, and tells how that ended: its id, or the code, the outcome and the message. */
async function created(baseUrl: string, options: NodeTransportOptions = {}) {
  const transport = nodeTransport({ ca: certificate.cert, ...options });
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl,
    transport,
    retry: false,
    timeouts: { connectMs: 4_000 },
  });
  return client.leadLists.create({ name: "a list" }).then(
    ({ id }) => id,
    ({ code, outcome, message }: InstantlyError) => ({ code, outcome, message }),
  );
}

describe.each([false, true])("a proxy, TLS to the API: %s", (isSecure) => {
  test("is a tunnel for all calls, and its connections are kept", async () => {
    const api = await startApi(isSecure);
    const proxy = await proxyOf("pass");
    const transport = nodeTransport({ ca: certificate.cert, proxy: proxy.url });
    const client = createInstantlyClient({ apiKey: "key", baseUrl: api.origin, transport });
    for (let call = 0; call < 3; call += 1) await client.leadLists.create({ name: "a list" });
    expect(proxy.requests).toEqual([`CONNECT ${new URL(api.origin).host}`]);
    expect(api.requests).toHaveLength(3);
    expect(api.requests[0]?.headers.get("authorization")).toBe("Bearer key");
  });

  test.each<[ProxyMode, string, RegExp, number]>([
    ["refuse", "not_sent", /not connected \(ERR_PROXY_502\)/, 0],
    ["cut_handshake", "not_sent", /not connected \(ECONNRESET\)/, 0],
    ["cut_response", "unknown", /the connection was lost/, 1],
  ])("that does this is a network error: %s", async (mode, outcome, message, reached) => {
    // Without TLS there is no handshake, and the proxy does not see where a response begins.
    if (!isSecure && mode !== "refuse") mode = mode === "cut_response" ? "cut" : "refuse";
    const api = await startApi(isSecure);
    const { url } = await proxyOf(mode);
    const expected = mode === "refuse" ? /ERR_PROXY_502/ : message;
    expect(await created(api.origin, { proxy: url })).toEqual({
      code: "network",
      outcome,
      message: expect.stringMatching(expected),
    });
    expect(api.requests).toHaveLength(reached);
  });

  test.each<[string, (socket: Socket) => void]>([
    ["closes the connection", (socket) => void socket.end()],
    ["resets the connection", (socket) => void socket.resetAndDestroy()],
    ["asks for credentials", (socket) => void socket.end("HTTP/1.1 407 Who\r\ncontent-length: 0\r\n\r\n")],
    ["redirects", (socket) => void socket.end("HTTP/1.1 302 Go\r\nlocation: http://127.0.0.1:9/\r\n\r\n")],
    ["responds with garbage", (socket) => void socket.end("garbage\r\n\r\n")],
    [
      "responds with 20 kB of headers",
      (socket) => void socket.end(`HTTP/1.1 200 OK\r\na: ${"a".repeat(20_000)}\r\n\r\n`),
    ],
    ["responds with the response of the API", (socket) => void socket.end(json(200, { id: "forged" }))],
    ["sends more than its response", (socket) => void socket.write("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")],
  ])("that %s is a call that was not sent", async (_, act) => {
    const api = await startApi(isSecure);
    expect(await created(api.origin, { proxy: await rawProxy(act) })).toMatchObject({ outcome: "not_sent" });
    expect(api.begun).toBe(0);
  });

  test("that is down is a call that was not sent", async () => {
    const api = await startApi(isSecure);
    expect(await created(api.origin, { proxy: "http://127.0.0.1:9" })).toMatchObject({
      code: "network",
      outcome: "not_sent",
    });
    expect(api.begun).toBe(0);
  });
});

test("the name of the API is resolved by the proxy", async () => {
  const proxy = await proxyOf("refuse");
  const lookup = failingLookup("ENOTFOUND", 99);
  expect(await created("https://api.invalid:1", { proxy: proxy.url, lookup })).toMatchObject({ outcome: "not_sent" });
  expect(proxy.requests).toEqual(["CONNECT api.invalid:1"]);
});

test("credentials of the proxy are sent to it, and to nobody else", async () => {
  const api = await startApi(true);
  const heads: string[] = [];
  const proxy = await startFaultServer({
    connection(socket) {
      socket.once("data", (bytes: Buffer) => {
        heads.push(bytes.toString());
        const target = connect(Number(new URL(api.origin).port), "127.0.0.1");
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        target.pipe(socket).pipe(target);
        target.on("error", () => socket.destroy());
      });
      return true;
    },
  });
  closers.push(proxy.stop);
  const url = proxy.origin.replace("//", "//user%40a:p%3Ass@");
  expect(await created(api.origin, { proxy: url })).toBe("list-1");
  const credentials = Buffer.from("user@a:p:ss").toString("base64");
  expect(heads.join()).toContain(`proxy-authorization: Basic ${credentials}`);
  expect(heads.join()).not.toContain("Bearer");
  expect(api.requests[0]?.headers.has("proxy-authorization")).toBe(false);
});

test("a proxy over https has a certificate of its own, which is checked", async () => {
  const api = await startApi(true);
  const targets: string[] = [];
  for (const served of [certificate, makeCertificate(["127.0.0.1"])]) {
    const proxy = createServer(served);
    proxy.on("connect", ({ url = "" }, client: Socket) => {
      targets.push(url);
      const target = connect(Number(url.split(":")[1]), "127.0.0.1", () => client.write("HTTP/1.1 200 OK\r\n\r\n"));
      client.on("error", () => target.destroy());
      target.on("error", () => client.destroy());
      target.pipe(client).pipe(target);
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    closers.push(() => proxy.close());
    const url = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const ended = await created(api.origin, { proxy: url });
    if (served === certificate) expect(ended).toBe("list-1");
    else expect(ended).toMatchObject({ code: "tls", outcome: "not_sent" });
  }
  expect(targets).toHaveLength(1);
  expect(api.requests).toHaveLength(1);
});

describe("the environment", () => {
  const variables: Record<string, string | undefined> = {
    HTTPS_PROXY: undefined,
    https_proxy: undefined,
    NO_PROXY: undefined,
    no_proxy: undefined,
  };
  /** Whether a call to a host goes through the proxy of the environment. */
  async function isProxied(baseUrl: string, env: Readonly<Record<string, string>>): Promise<boolean> {
    const proxy = await proxyOf("refuse");
    for (const [name, value] of Object.entries({ ...variables, ...env }))
      vi.stubEnv(name, value?.replace("PROXY", proxy.url));
    await created(baseUrl, { lookup: failingLookup("ENOTFOUND", 9) });
    return proxy.requests.length > 0;
  }

  test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
    ["HTTPS_PROXY", "https://api.invalid", { HTTPS_PROXY: "PROXY" }, true],
    [
      "https_proxy, which comes first",
      "https://api.invalid",
      { https_proxy: "PROXY", HTTPS_PROXY: "http://127.0.0.1:9" },
      true,
    ],
    ["a loopback address", "https://127.0.0.1:9", { HTTPS_PROXY: "PROXY" }, false],
    [
      "HTTP_PROXY and ALL_PROXY, which are not read",
      "https://api.invalid",
      { HTTP_PROXY: "PROXY", ALL_PROXY: "PROXY" },
      false,
    ],
    [
      "NO_PROXY with the host",
      "https://api.invalid",
      { HTTPS_PROXY: "PROXY", NO_PROXY: "other.invalid, api.invalid" },
      false,
    ],
    ["NO_PROXY with its domain", "https://api.invalid", { HTTPS_PROXY: "PROXY", NO_PROXY: ".invalid" }, false],
    ["NO_PROXY with all", "https://api.invalid", { HTTPS_PROXY: "PROXY", no_proxy: "*" }, false],
    ["NO_PROXY with another port", "https://api.invalid", { HTTPS_PROXY: "PROXY", NO_PROXY: "api.invalid:8443" }, true],
    [
      "NO_PROXY with the end of the name only",
      "https://api.invalid",
      { HTTPS_PROXY: "PROXY", NO_PROXY: "pi.invalid" },
      true,
    ],
  ])("%s", async (_, baseUrl, env, proxied) => {
    expect(await isProxied(baseUrl, env)).toBe(proxied);
  });

  test("does not matter for a transport with `proxy: false`", async () => {
    const proxy = await proxyOf("refuse");
    vi.stubEnv("HTTPS_PROXY", proxy.url);
    await created("https://api.invalid", { proxy: false, lookup: failingLookup("ENOTFOUND", 9) });
    expect(proxy.requests).toEqual([]);
  });
});

describe("an option", () => {
  test.each([
    "",
    "socks5://127.0.0.1:1080",
    "http://user:pass%word@127.0.0.1",
    "http://127.0.0.1/path",
    "http://",
    true,
    3128,
  ])("proxy of %j is refused without quoting it", (proxy) => {
    const create = () => nodeTransport({ proxy: proxy as string });
    expect(create).toThrow(
      /proxy must be the URL of an http or https proxy, such as "http:\/\/127.0.0.1:3128", or false/,
    );
    expect(create).not.toThrow(/pass|socks/);
  });

  test("of the environment is refused by its name", () => {
    vi.stubEnv("HTTPS_PROXY", "ftp://user:secret@127.0.0.1");
    expect(() => nodeTransport()).toThrow(/^HTTPS_PROXY must be/);
    expect(() => nodeTransport({ proxy: false })).not.toThrow();
  });

  test("that does not exist is refused with the nearest one", () => {
    expect(() => nodeTransport({ prox: "http://127.0.0.1" } as never)).toThrow(/prox\b.*proxy/);
  });

  test.each(["127.0.0.1:3128", " http://127.0.0.1:3128 ", new URL("https://127.0.0.1")])(
    "proxy of %j is accepted",
    (proxy) => {
      expect(() => nodeTransport({ proxy })).not.toThrow();
    },
  );
});

test("plain http is never sent to a proxy on another machine, because it would see the key", async () => {
  const api = await startApi(false);
  expect(await created(api.origin, { proxy: "http://proxy.invalid:3128", lookup: failingLookup("ENOTFOUND", 9) })).toBe(
    "list-1",
  );
});
