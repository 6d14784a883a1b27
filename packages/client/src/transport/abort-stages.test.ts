import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { servedClient, stopServers } from "../../../../tests/client/served-client.ts";
import { makeCertificate } from "../../../../tests/faults/server/certificate.ts";
import type { Exchange, Script } from "../../../../tests/faults/server/fault-server.ts";
import { startFaultServer } from "../../../../tests/faults/server/fault-server.ts";
import { head, json } from "../../../../tests/faults/server/response-bytes.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import type { NodeTransportOptions } from "./node-transport.ts";
import { nodeTransport } from "./node-transport.ts";

afterEach(stopServers);

const certificate = makeCertificate(["127.0.0.1"]);

/** Where an attempt is when it is aborted, and what is known about a write then. */
interface Stage {
  readonly script: Script | ((reached: () => void) => Script);
  readonly isSecure?: boolean;
  readonly outcome: "not_sent" | "unknown" | "applied_unverified" | "rejected";
}

const at = (act: (exchange: Exchange) => void) => (reached: () => void) => ({
  request(exchange: Exchange) {
    act(exchange);
    exchange.later(60, reached);
  },
});
const silent = (reached: () => void): Script => ({
  connection(socket) {
    socket.once("data", () => undefined);
    setTimeout(reached, 60);
    return true;
  },
});

const stages: Readonly<Record<string, Stage>> = {
  "in the TLS handshake": { script: silent, isSecure: true, outcome: "not_sent" },
  "after the request was sent": { script: at(() => undefined), outcome: "unknown" },
  "after the request was sent over TLS": { script: at(() => undefined), isSecure: true, outcome: "unknown" },
  "in the head of the response": {
    script: at(({ socket }) => void socket.write("HTTP/1.1 200 OK\r\ncontent-")),
    outcome: "unknown",
  },
  "after early hints": { script: at(({ socket }) => void socket.write(head(103))), outcome: "unknown" },
  "in the body": {
    script: at(({ socket }) => void socket.write(`${head(200, [["content-length", 99]])}{"id`)),
    outcome: "applied_unverified",
  },
  "in a compressed body of which nothing has arrived": {
    script: at(({ socket }) => void socket.write(head(200, [["content-encoding", "gzip"]]))),
    outcome: "applied_unverified",
  },
  "in the body of a rejection": {
    script: at(({ socket }) => void socket.write(head(400, [["content-length", 99]]))),
    outcome: "rejected",
  },
};

describe.each(Object.entries(stages))("%s", (_, { script, isSecure = false, outcome }) => {
  test.each(["the caller", "a time limit"])("%s ends the call, and the connection with it", async (by) => {
    const controller = new AbortController();
    const reached = () => by === "the caller" && controller.abort();
    const { server, client } = await servedClient(typeof script === "function" ? script(reached) : script, {
      ...(isSecure && { certificate }),
      ...(by === "a time limit" && { timeouts: { writeAttemptMs: 150, connectMs: 150 } }),
    });
    const error: InstantlyError = await client.leadLists.create({ name: "a list" }, { signal: controller.signal }).then(
      () => expect.fail("it succeeded"),
      (thrown) => thrown,
    );
    const code = by === "the caller" ? "aborted" : outcome === "rejected" ? "bad_request" : "timeout";
    expect([error.code, error.outcome]).toEqual([code, outcome]);
    await expect.poll(() => server.pending).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});

describe("before a connection exists, an aborted call sends nothing", () => {
  const never: NodeTransportOptions["lookup"] = () => undefined;
  const attempt = async (options: NodeTransportOptions, baseUrl: string, signal: AbortSignal) => {
    const transport = nodeTransport({ proxy: false, ...options });
    const client = createInstantlyClient({ apiKey: "key", baseUrl, transport, retry: false });
    return client.leadLists.create({ name: "a list" }, { signal }).catch(({ code, outcome }) => ({ code, outcome }));
  };

  test("while the name is looked up", async () => {
    const signal = AbortSignal.timeout(30);
    expect(await attempt({ lookup: never }, "https://api.invalid", signal)).toEqual({
      code: "aborted",
      outcome: "not_sent",
    });
  });

  test.each(["http", "https"])("while a proxy does not respond (%s)", async (protocol) => {
    const proxy = await startFaultServer({ connection: () => true });
    const signal = AbortSignal.timeout(50);
    try {
      expect(await attempt({ proxy: proxy.origin }, `${protocol}://127.0.0.1:9`, signal)).toEqual({
        code: "aborted",
        outcome: "not_sent",
      });
    } finally {
      await proxy.stop();
    }
  });

  test("while the handshake behind a proxy stalls", async () => {
    const proxy = await startFaultServer({
      connection(socket) {
        socket.once("data", () => socket.write("HTTP/1.1 200 Connected\r\n\r\n"));
        return true;
      },
    });
    const signal = AbortSignal.timeout(80);
    try {
      expect(await attempt({ proxy: proxy.origin }, "https://127.0.0.1:9", signal)).toEqual({
        code: "aborted",
        outcome: "not_sent",
      });
    } finally {
      await proxy.stop();
    }
  });

  test("in the same turn of the event loop in which a kept connection is used again", async () => {
    const { server, client } = await servedClient(({ reply }) => reply(json(200, { id: "x", name: "x" })));
    await client.leadLists.create({ name: "first" });
    const controller = new AbortController();
    const call = client.leadLists.create({ name: "second" }, { signal: controller.signal });
    await Promise.resolve();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "aborted", outcome: "not_sent" });
    expect(await client.leadLists.create({ name: "third" })).toMatchObject({ id: "x" });
    expect(server.requests.map(({ body }) => JSON.parse(body).name)).toEqual(["first", "third"]);
  });
});
