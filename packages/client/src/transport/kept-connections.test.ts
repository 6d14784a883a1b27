import { afterEach, describe, expect, test } from "vitest";
import { servedClient, stopServers } from "../../../../tests/client/served-client.ts";
import { makeCertificate } from "../../../../tests/faults/server/certificate.ts";
import type { Exchange } from "../../../../tests/faults/server/fault-server.ts";
import { json } from "../../../../tests/faults/server/response-bytes.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import { sendEvidence } from "../node.ts";

// A server ends a kept connection at about the moment in which the client uses it again. Whether a request arrives is then
// a race. What the client says about it must be true, and nothing may be sent twice.

afterEach(stopServers);

const WRITES = 80;
const certificate = makeCertificate(["127.0.0.1"]);

const endings: readonly ((exchange: Exchange, after: () => number) => void)[] = [
  // A connection with TLS cannot be reset.
  ({ socket, later }, after) =>
    later(after(), () => void ("encrypted" in socket ? socket.destroy() : socket.resetAndDestroy())),
  ({ socket, later }, after) => later(after(), () => void socket.end()),
  ({ socket }) => void socket.end(),
  ({ socket, reply }) => {
    reply(Buffer.alloc(0));
    setImmediate(() => socket.destroy());
  },
  () => undefined,
];

describe.each([
  ["the transport", false],
  ["the transport over TLS", true],
  ["fetch", false],
] as const)("%s", (name, isSecure) => {
  test.each([1, 2])("says what happened to each of 80 writes (seed %d)", async (seed) => {
    let state = seed;
    const below = (count: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % count;
    };
    const received = new Map<string, number>();
    const { client, server } = await servedClient(
      (exchange) => {
        const { name: sent } = JSON.parse(exchange.request.body) as { name: string };
        received.set(sent, (received.get(sent) ?? 0) + 1);
        exchange.reply(json(200, { id: sent, name: sent }));
        endings[below(endings.length)]?.(exchange, () => below(4));
      },
      {
        ...(isSecure && { certificate }),
        ...(name === "fetch" && { transport: undefined, sendEvidence: sendEvidence() }),
        retry: { baseDelayMs: 1, maxDelayMs: 2, minDelayMs: 1 },
      },
    );
    const outcomes = new Map<string, string>();
    const write = async (lane: number) => {
      for (let count = 0; count < WRITES / 4; count += 1) {
        const own = `${lane}-${count}`;
        const pause = below(4);
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
        const outcome = await client.leadLists.create({ name: own }).then(
          ({ id }) => (id === own ? "applied" : `the response of ${id}`),
          (error: InstantlyError) => error.outcome,
        );
        outcomes.set(own, outcome);
      }
    };
    await Promise.all([0, 1, 2, 3].map(write));
    const wrong = [...outcomes].filter(([own, outcome]) => {
      const times = received.get(own) ?? 0;
      if (outcome === "applied") return times !== 1;
      return outcome === "not_sent" ? times !== 0 : outcome !== "unknown" || times > 1;
    });
    expect(wrong).toEqual([]);
    expect(outcomes.size).toBe(WRITES);
    expect(server.requests.length).toBeGreaterThan(WRITES / 2);
    // The races must not be avoided by a new connection for every request, nor be lost all the time.
    expect([...outcomes.values()].filter((outcome) => outcome === "applied").length).toBeGreaterThan(WRITES / 2);
  });
});
