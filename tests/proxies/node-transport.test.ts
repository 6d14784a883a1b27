import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import { createInstantlyClient } from "@modulex-instantly/client";
import { nodeTransport } from "@modulex-instantly/client/node";
import { afterEach, describe, expect, test } from "vitest";
import { failingLookup } from "../faults/client/failing-lookup.ts";
import { makeCertificate } from "../faults/server/certificate.ts";
import type { FaultServer } from "../faults/server/fault-server.ts";
import { startFaultServer } from "../faults/server/fault-server.ts";
import { json } from "../faults/server/response-bytes.ts";
import { certificate, createdList } from "./created-list.ts";
import type { ProxyMode, ProxyServer } from "./proxy-server.ts";
import { startProxy } from "./proxy-server.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
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
    expect(await createdList(api.origin, { proxy: url })).toEqual({
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
    expect(await createdList(api.origin, { proxy: await rawProxy(act) })).toMatchObject({ outcome: "not_sent" });
    expect(api.begun).toBe(0);
  });

  test("that is down is a call that was not sent", async () => {
    const api = await startApi(isSecure);
    expect(await createdList(api.origin, { proxy: "http://127.0.0.1:9" })).toMatchObject({
      code: "network",
      outcome: "not_sent",
    });
    expect(api.begun).toBe(0);
  });
});

test("the name of the API is resolved by the proxy", async () => {
  const proxy = await proxyOf("refuse");
  const lookup = failingLookup("ENOTFOUND", 99);
  expect(await createdList("https://api.invalid:1", { proxy: proxy.url, lookup })).toMatchObject({
    outcome: "not_sent",
  });
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
  expect(await createdList(api.origin, { proxy: url })).toBe("list-1");
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
    const ended = await createdList(api.origin, { proxy: url });
    if (served === certificate) expect(ended).toBe("list-1");
    else expect(ended).toMatchObject({ code: "tls", outcome: "not_sent" });
  }
  expect(targets).toHaveLength(1);
  expect(api.requests).toHaveLength(1);
});

test("plain http is never sent to a proxy on another machine, because it would see the key", async () => {
  const api = await startApi(false);
  expect(
    await createdList(api.origin, { proxy: "http://proxy.invalid:3128", lookup: failingLookup("ENOTFOUND", 9) }),
  ).toBe("list-1");
});
