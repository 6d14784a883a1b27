import type { Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { servedClient, stopServers } from "../../../../tests/client/served-client.ts";
import { head, json } from "../../../../tests/faults/server/response-bytes.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { nodeTransport } from "./node-transport.ts";

afterEach(stopServers);

const lead = json(200, { id: "lead-1" });
const sockets = () => process.getActiveResourcesInfo().filter((name) => /^(TCP|TLS)/.test(name)).length;

describe("connections", () => {
  test("2,000 calls, 20 at a time, leave no socket, no listener and no warning behind", async () => {
    const before = sockets();
    const warned = vi.fn();
    process.on("warning", warned);
    const used = new Map<Socket, number>();
    const { client, server } = await servedClient(({ socket, reply }) => {
      used.set(socket, (used.get(socket) ?? 0) + 1);
      reply(lead);
    });
    const { signal } = new AbortController();
    const work = async (calls: number) => {
      for (let call = 0; call < calls; call += 1) await client.leads.get("lead-1", { signal });
    };
    await Promise.all(Array.from({ length: 20 }, () => work(100)));
    expect(server.requests).toHaveLength(2_000);
    expect(used.size).toBe(20);
    process.off("warning", warned);
    expect(warned).not.toHaveBeenCalled();
    await stopServers();
    await expect.poll(sockets).toBe(before);
  });

  test("the listeners on a kept connection do not become more with its calls", async () => {
    const counts: number[] = [];
    const watched = new Set<Socket>();
    // The sockets of the client, as it creates them.
    const { Socket: NetSocket } = process.getBuiltinModule("node:net");
    const connect = vi.spyOn(NetSocket.prototype, "connect").mockImplementation(function (this: Socket, ...given) {
      watched.add(this);
      connect.mockRestore();
      return Reflect.apply(NetSocket.prototype.connect, this, given);
    });
    const { client } = await servedClient(({ reply }) => reply(lead));
    const listeners = () =>
      [...watched].flatMap((socket) => socket.eventNames().map((name) => socket.listenerCount(name)));
    for (let call = 0; call < 200; call += 1) {
      await client.leads.get("lead-1");
      if (call > 0) counts.push(listeners().reduce((sum, count) => sum + count, 0));
    }
    expect(watched.size).toBe(1);
    expect(new Set(counts).size).toBe(1);
  });

  test("a response that announces the end of its connection is followed by a new one", async () => {
    const used = new Set<Socket>();
    const { client } = await servedClient(({ socket, reply }) => {
      used.add(socket);
      reply(json(200, { id: "x" }, [["connection", "close"]]));
    });
    for (let call = 0; call < 3; call += 1) await client.leads.get("x");
    expect(used.size).toBe(3);
  });

  test("a connection is not kept for longer than the server announces", async () => {
    const used = new Set<Socket>();
    const { client } = await servedClient(({ socket, reply }) => {
      used.add(socket);
      reply(json(200, { id: "x" }, [["keep-alive", "timeout=1"]]));
    });
    for (let call = 0; call < 3; call += 1) await client.leads.get("x");
    expect(used.size).toBe(3);
  });
});

describe("a body", () => {
  test("that is not read is not received, either", async () => {
    const size = 2 ** 26;
    let written = 0;
    const { server } = await servedClient(({ socket }) => {
      socket.write(head(200, [["content-length", size]]));
      const piece = Buffer.alloc(2 ** 16, " ");
      const write = () => {
        while (written < size && !socket.destroyed) {
          written += piece.length;
          if (!socket.write(piece)) return void socket.once("drain", write);
        }
      };
      write();
    });
    const { signal } = new AbortController();
    const transport = nodeTransport({ proxy: false });
    const response = await transport.fetch(server.origin, { method: "GET", headers: {}, signal });
    const reader = response.body.getReader();
    let seen = -1;
    // Until the server can write no more, because all buffers are full.
    await expect
      .poll(
        () => {
          const isStill = seen === written;
          seen = written;
          return isStill && seen > 0;
        },
        { interval: 100, timeout: 10_000 },
      )
      .toBe(true);
    expect(written).toBeLessThan(size / 2);
    let received = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      received += piece.value?.byteLength ?? 0;
    }
    expect(received).toBe(size);
  });

  test("that is cancelled ends its connection", async () => {
    const { server } = await servedClient(({ socket }) => {
      socket.write(head(200, [["content-length", 9_999]]));
      socket.write("a");
    });
    const { signal } = new AbortController();
    const response = await nodeTransport({ proxy: false }).fetch(server.origin, { method: "GET", headers: {}, signal });
    const reader = response.body.getReader();
    await reader.read();
    expect(server.pending).toBe(1);
    reader.cancel();
    await expect.poll(() => server.pending).toBe(0);
  });

  test.each([
    ["of more than 32 MiB", [], 2 ** 25 + 1],
    ["with a Content-Length of more than 32 MiB", [["content-length", 2 ** 25 + 1]] as const, 0],
  ])("%s is an error, and the rest is not received", async (_, headers, size) => {
    const { client, server } = await servedClient(({ socket }) => {
      socket.write(head(200, headers));
      socket.write(Buffer.alloc(size, " "));
    });
    await expect(client.leads.get("x")).rejects.toMatchObject({ code: "response_too_large" });
    await expect.poll(() => server.pending).toBe(0);
  });
});

describe("a request", () => {
  test.each([301, 302, 303, 307, 308])("is not repeated elsewhere after a %d", async (status) => {
    const other = await servedClient(({ reply }) => reply(lead));
    const { client, server } = await servedClient(({ request, reply }) =>
      reply(json(status, {}, [["location", `${other.server.origin}${request.path}`]])),
    );
    await expect(client.leads.get("x")).rejects.toMatchObject({ code: "unexpected_redirect", status });
    await expect(client.leadLists.create({ name: "x" })).rejects.toMatchObject({ outcome: "unknown" });
    expect(server.requests).toHaveLength(2);
    expect(other.server.begun).toBe(0);
  });

  test("is not repeated after a 421, unlike with fetch", async () => {
    const { client, server } = await servedClient(({ reply }) => reply(json(421, { message: "Misdirected" })));
    await expect(client.leadLists.create({ name: "x" })).rejects.toMatchObject({ outcome: "rejected", status: 421 });
    expect(server.requests).toHaveLength(1);
  });

  test.each(["a\r\nx-injected: 1", "a\nb", "a\0b", "ä€"])("with the header value %j is not sent", async (value) => {
    const { server } = await servedClient(({ reply }) => reply(lead));
    const { signal } = new AbortController();
    const transport = nodeTransport({ proxy: false });
    const sending = transport.fetch(server.origin, { method: "GET", headers: { "x-a": value }, signal });
    await expect(sending).rejects.toMatchObject({ code: "ERR_INVALID_CHAR" });
    expect(transport.sendEvidence({ method: "GET", url: server.origin, signal }).progress(new Error())).not.toBe(
      "left",
    );
    expect(server.begun).toBe(0);
  });

  test.each(["/a b", "/a\r\nx: 1", "/ä", "/%0d%0a"])("for the path %j has one line and its headers", async (path) => {
    const { server } = await servedClient(({ reply }) => reply(lead));
    const { signal } = new AbortController();
    await nodeTransport({ proxy: false }).fetch(`${server.origin}${path}`, { method: "GET", headers: {}, signal });
    expect(server.requests.map((request) => request.path)).toEqual([new URL(path, server.origin).pathname]);
    expect(server.requests[0]?.headers.has("x")).toBe(false);
  });

  test("to an IPv6 address at which nothing listens is not sent", async () => {
    const transport = nodeTransport({ proxy: false });
    const client = createInstantlyClient({ apiKey: "key", baseUrl: "http://[::1]:9", transport, retry: false });
    await expect(client.leads.get("x")).rejects.toMatchObject({ code: "network", outcome: "not_sent" });
  });
});
