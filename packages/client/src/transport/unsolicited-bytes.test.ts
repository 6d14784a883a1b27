import type { Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { makeCertificate } from "../../../../tests/faults/server/certificate.ts";
import type { Exchange, FaultServer } from "../../../../tests/faults/server/fault-server.ts";
import { startFaultServer } from "../../../../tests/faults/server/fault-server.ts";
import { json } from "../../../../tests/faults/server/response-bytes.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { nodeTransport } from "./node-transport.ts";

// A server, or a proxy in front of it, that sends bytes that nobody asked for. They must not become the response of the
// next request on the connection, which may be that of a write.

const certificate = makeCertificate(["127.0.0.1"]);
const servers: FaultServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** How long the system usually takes to deliver bytes, at most. */
const ARRIVAL_MS = 20;
const ROUNDS = 20;

/** Blocks the event loop, so that bytes arrive and nobody reads them. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** A server, a client of it without retries, and all connections of which a complete request was received. */
async function serving(request: (exchange: Exchange) => void, isSecure: boolean) {
  const connections = new Set<Socket>();
  const seen = (exchange: Exchange) => {
    connections.add(exchange.socket);
    request(exchange);
  };
  const server = await startFaultServer({ request: seen }, isSecure ? certificate : undefined);
  servers.push(server);
  const transport = nodeTransport({ ca: certificate.cert, proxy: false });
  const client = createInstantlyClient({ apiKey: "key", baseUrl: server.origin, retry: false, transport });
  return { server, client, connections };
}

/** Responds to each request with the last part of its path. */
const respond = ({ request, reply }: Exchange) => reply(lead(request.path.split("/").at(-1) ?? ""));
const lead = (id: string) => json(200, { id });
const forged = lead("forged");

/** What a server sends, and when, in addition to its first response. */
const additions: Readonly<Record<string, (exchange: Exchange) => void>> = {
  "in the same packet as the response": ({ reply }) => reply(Buffer.concat([lead("1"), forged])),
  "directly after the response": (exchange) => {
    respond(exchange);
    exchange.socket.write(forged);
  },
  "a little later": (exchange) => {
    respond(exchange);
    exchange.later(20, () => void exchange.socket.write(forged));
  },
  "in halves": (exchange) => {
    respond(exchange);
    exchange.later(10, () => void exchange.socket.write(forged.subarray(0, 40)));
  },
  "a line break": (exchange) => {
    respond(exchange);
    exchange.later(10, () => void exchange.socket.write("\r\n"));
  },
  garbage: (exchange) => {
    respond(exchange);
    exchange.later(10, () => void exchange.socket.write("\0".repeat(9)));
  },
};

describe.each([false, true])("over TLS: %s", (isSecure) => {
  test.each(Object.entries(additions))("a response that is sent %s is not that of the next request", async (_, add) => {
    const { server, client, connections } = await serving(
      (exchange) => (exchange.number === 1 ? add(exchange) : respond(exchange)),
      isSecure,
    );
    expect(await client.leads.get("1")).toMatchObject({ id: "1" });
    // The client closes it.
    await expect.poll(() => [...connections].map(({ closed }) => closed)).toEqual([true]);
    expect(await client.leads.get("2")).toMatchObject({ id: "2" });
    expect(await client.leads.get("3")).toMatchObject({ id: "3" });
    expect(server.requests).toHaveLength(3);
    expect(connections.size).toBe(2);
  });

  test("without additional bytes, all requests use one connection", async () => {
    const { client, connections } = await serving(respond, isSecure);
    for (const id of ["1", "2", "3", "4", "5"]) expect(await client.leads.get(id)).toMatchObject({ id });
    expect(connections.size).toBe(1);
  });

  test("a response that has arrived, unread, when the next request is sent is not its response", async () => {
    let connection: Exchange | undefined;
    const { client } = await serving((exchange) => {
      connection = exchange;
      respond(exchange);
    }, isSecure);
    const received: unknown[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await client.leads.get("first");
      connection?.socket.write(forged);
      block(ARRIVAL_MS);
      received.push((await client.leads.get("second")).id);
    }
    // A busy system sometimes delivers the bytes later, and then nothing distinguishes them from the response.
    expect(received.filter((id) => id === "second").length).toBeGreaterThan(ROUNDS * 0.7);
  });

  test("the next request uses a new connection if the server ended the old one, unnoticed", async () => {
    let connection: Exchange | undefined;
    const { client } = await serving((exchange) => {
      connection = exchange;
      respond(exchange);
    }, isSecure);
    const received: unknown[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await client.leads.get("first");
      connection?.socket.destroy();
      block(ARRIVAL_MS);
      received.push(
        await client.leads.get("second").then(
          ({ id }) => id,
          () => undefined,
        ),
      );
    }
    expect(received.filter((id) => id === "second").length).toBeGreaterThan(ROUNDS * 0.7);
  });
});
