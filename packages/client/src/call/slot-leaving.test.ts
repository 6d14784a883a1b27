import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { blockableTime, later } from "../../../../tests/client/blockable-time.ts";
import { busiestWindow } from "../../../../tests/client/limited-client.ts";
import { runUntilSettled } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { nodeTransport, sendEvidence } from "../node.ts";
import type { SendEvidence } from "../request/send-evidence.ts";
import type { NodeTransportOptions } from "../transport/node-transport.ts";

// Where it is known when a request leaves, its slot counts from then, however long connecting takes.

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each([
  ["reports when requests leave", true],
  ["does not, so that the response counts", false],
])("100 a second hold over slow connections with evidence that %s", async (_, reports) => {
  blockableTime();
  const leaves: number[] = [];
  let onLeave: (() => void) | undefined;
  const evidence: SendEvidence = (request) => ({
    run: (start) => {
      onLeave = request.onLeave;
      return start();
    },
    progress: () => "left",
  });
  vi.stubGlobal("fetch", async () => {
    const leave = onLeave;
    await later(leaves.length === 0 ? 400 : 0);
    leaves.push(performance.now());
    if (reports) leave?.();
    await later(30);
    return Response.json({ id: "id-1" });
  });
  const client = createInstantlyClient({ apiKey: "key", rateLimiter: { paddingMs: 0 }, sendEvidence: evidence });
  await runUntilSettled(Promise.all(Array.from({ length: 350 }, () => client.leads.get("id-1"))));
  expect(leaves).toHaveLength(350);
  expect(busiestWindow(leaves, 1_000)).toBe(100);
});

async function listening() {
  const server = createServer((request, response) => request.resume().on("end", () => response.end('{"id":"id-1"}')));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

test("a limit holds over the slow connections of the Node transport", async () => {
  const { server, port } = await listening();
  let lookups = 0;
  const lookup: NodeTransportOptions["lookup"] = async (_, __, callback) => {
    lookups += 1;
    if (lookups <= 5) await delay(150);
    (callback as (error: null, addresses: object[]) => void)(null, [{ address: "127.0.0.1", family: 4 }]);
  };
  const transport = nodeTransport({ proxy: false, lookup });
  const leaves: number[] = [];
  const watched: SendEvidence = (request) => {
    const onLeave = () => {
      leaves.push(performance.now());
      request.onLeave?.();
    };
    return transport.sendEvidence({ ...request, onLeave });
  };
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl: `http://localhost:${port}`,
    transport: { ...transport, sendEvidence: watched },
    rateLimiter: { workspace: [{ requests: 5, windowMs: 300 }], paddingMs: 0 },
  });
  await Promise.all(Array.from({ length: 15 }, () => client.leads.get("id-1")));
  expect(leaves).toHaveLength(15);
  expect(busiestWindow(leaves, 300)).toBe(5);
  await new Promise((resolve) => server.close(resolve));
});

test("sendEvidence reports a request that leaves, and none that is refused", async () => {
  const { server, port } = await listening();
  const evidence = sendEvidence();
  const seen: string[] = [];
  const watched: SendEvidence = (request) => {
    const onLeave = () => {
      seen.push("left");
      request.onLeave?.();
    };
    return evidence({ ...request, onLeave });
  };
  const onResponse = () => void seen.push("response");
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl: `http://127.0.0.1:${port}`,
    sendEvidence: watched,
    hooks: { onResponse },
    retry: false,
  });
  await client.leads.get("id-1");
  expect([seen[0], seen.at(-1)]).toEqual(["left", "response"]);
  seen.length = 0;
  await new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });
  await expect(client.campaigns.activate("id-1")).rejects.toMatchObject({ code: "network" });
  expect(seen).toEqual([]);
});
