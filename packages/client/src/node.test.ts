import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { platformFetch } from "../../../tests/faults/client/platform-fetch.ts";
import { makeCertificate } from "../../../tests/faults/server/certificate.ts";
import type { InstantlyClientOptions } from "./client-options.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { sendEvidence } from "./node.ts";

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closedPort(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

const clientOf = (baseUrl: string, options: Partial<InstantlyClientOptions> = {}) =>
  createInstantlyClient({ apiKey: "key", baseUrl, sendEvidence: sendEvidence(), retry: false, ...options });

describe("sendEvidence with Node's own fetch", () => {
  test("does not affect a success", async () => {
    const url = await listening(createServer((_, response) => response.end('{"id":"id-1"}')));
    expect(await clientOf(url).leads.get("id-1")).toEqual({ id: "id-1" });
  });

  test("a refused connection was not sent", async () => {
    await expect(clientOf(await closedPort()).campaigns.activate("id-1")).rejects.toMatchObject({
      code: "network",
      outcome: "not_sent",
      retryable: true,
    });
  });

  test("a connection cut after the request was read may have done it", async () => {
    let read = 0;
    const url = await listening(
      createServer((request) => {
        read += 1;
        request.socket.resetAndDestroy();
      }),
    );
    await expect(clientOf(url).campaigns.activate("id-1")).rejects.toMatchObject({
      code: "network",
      outcome: "unknown",
      retryable: false,
    });
    expect(read).toBe(1);
  });

  test("a TLS handshake that is reset, or gets no response, proves that nothing was sent", async () => {
    const reset = await listening(createTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy())));
    await expect(clientOf(reset.replace("http:", "https:")).campaigns.activate("id-1")).rejects.toMatchObject({
      outcome: "not_sent",
      retryable: true,
    });
    const silent = await listening(createTcpServer());
    const begun = performance.now();
    const timeouts = { connectMs: 150, writeAttemptMs: 5_000 };
    await expect(
      clientOf(silent.replace("http:", "https:"), { timeouts }).campaigns.activate("id-1"),
    ).rejects.toMatchObject({
      outcome: "not_sent",
      retryable: true,
    });
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test("concurrent calls are distinguished", async () => {
    const url = await listening(
      createServer((request, response) => {
        if (request.url?.includes("cut")) request.socket.resetAndDestroy();
        else response.end('{"id":"id-1"}');
      }),
    );
    const gone = clientOf(await closedPort());
    const here = clientOf(url);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        index % 3 === 0 ? gone.campaigns.activate("id-1") : here.campaigns.activate(index % 3 === 1 ? "cut" : "id-1"),
      ),
    );
    expect(
      outcomes.map((result) => (result.status === "fulfilled" ? "ok" : (result.reason as { outcome: string }).outcome)),
    ).toEqual(Array.from({ length: 12 }, (_, index) => ["not_sent", "unknown", "ok"][index % 3]));
  });

  test("over HTTP/2, where undici may not say when headers leave, a write that was read is sent once", async () => {
    const certificate = makeCertificate(["127.0.0.1"]);
    const read: string[] = [];
    const server = createSecureServer(certificate);
    server.on("session", (session) => session.on("error", () => undefined));
    server.on("stream", (stream, { ":path": path }) => {
      stream.on("error", () => undefined).resume();
      stream.on("end", () => {
        read.push(String(path));
        stream.session?.destroy();
      });
    });
    const url = await listening(server as unknown as Server);
    const { fetch, close } = await platformFetch({ ca: certificate.cert }, { allowH2: true });
    const client = clientOf(url.replace("http:", "https:"), { fetch, retry: { baseDelayMs: 1, minDelayMs: 1 } });
    const error = await client.campaigns.activate("id-1").catch((thrown: unknown) => thrown);
    expect(read).toEqual(["/api/v2/campaigns/id-1/activate"]);
    expect(error).toMatchObject({ code: "network", outcome: "unknown", attempts: 1, retryable: false });
    await close();
  });

  test("a code for an unsent request does not override evidence that it was sent", async () => {
    const url = await listening(createServer((request) => request.socket.resetAndDestroy()));
    const relabelled: typeof fetch = (input, init) =>
      fetch(input, init).catch(() => {
        throw Object.assign(new Error("x"), { code: "ECONNREFUSED" });
      });
    await expect(clientOf(url, { fetch: relabelled }).campaigns.activate("id-1")).rejects.toMatchObject({
      code: "network",
      outcome: "unknown",
    });
  });

  test.each(["a timeout", "an abort"])(
    "a request that may still leave after %s, its signal ignored, is not unsent",
    async (how) => {
      const silent = await listening(createTcpServer());
      const deaf: typeof fetch = (input, init) => fetch(input, { ...init, signal: null });
      const controller = new AbortController();
      const options = { fetch: deaf, timeouts: { connectMs: 50, writeAttemptMs: 100 } };
      if (how === "an abort") setTimeout(() => controller.abort(), 20);
      const call = clientOf(silent.replace("http:", "https:"), options).campaigns.activate("id-1", controller);
      await expect(call).rejects.toMatchObject({
        code: how === "an abort" ? "aborted" : "timeout",
        outcome: "unknown",
        retryable: false,
      });
    },
  );

  test("an abort while it waits for its connection proves that nothing was sent", async () => {
    const silent = await listening(createTcpServer());
    const call = clientOf(silent.replace("http:", "https:")).campaigns.activate("id-1", {
      signal: AbortSignal.timeout(30),
    });
    await expect(call).rejects.toMatchObject({ code: "aborted", outcome: "not_sent" });
  });

  test("connectMs limits connecting, but not a slow response", async () => {
    const url = await listening(createServer((_, response) => setTimeout(() => response.end('{"id":"id-1"}'), 150)));
    const timeouts = { connectMs: 50 };
    expect(await clientOf(url, { timeouts }).campaigns.activate("id-1")).toEqual({ id: "id-1" });
  });
});
