import { afterEach, describe, expect, test } from "vitest";
import { servedClient, stopServers } from "../../../../tests/client/served-client.ts";
import { json } from "../../../../tests/faults/server/response-bytes.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { NodeTransportOptions } from "./node-transport.ts";
import { nodeTransport } from "./node-transport.ts";

afterEach(stopServers);

const get = (signal: AbortSignal) => ({ method: "GET", headers: {}, signal });

describe("the observation of a request", () => {
  test("is unseen before it starts, waiting without a connection, and left from its first byte on", async () => {
    const seen: string[] = [];
    const { signal } = new AbortController();
    let found: (() => void) | undefined;
    const lookup: NodeTransportOptions["lookup"] = (_, __, callback) => {
      found = () =>
        (callback as (error: null, addresses: object[]) => void)(null, [{ address: "127.0.0.1", family: 4 }]);
    };
    const transport = nodeTransport({ proxy: false, lookup });
    const { server } = await servedClient({
      begun: () => void seen.push(`the server: ${progress()}`),
      request: ({ reply }) => reply(json(200, {})),
    });
    const url = server.origin.replace("127.0.0.1", "api.invalid");
    const { progress } = transport.sendEvidence({ method: "GET", url, signal });
    seen.push(progress());
    const sending = transport.fetch(url, get(signal));
    seen.push(progress());
    await expect.poll(() => found).toBeDefined();
    seen.push(progress());
    found?.();
    await sending;
    expect([...seen, progress(), progress(new Error("later"))]).toEqual([
      "unseen",
      "waiting",
      "waiting",
      "the server: left",
      "left",
      "left",
    ]);
  });

  test("is failed if there was no connection", async () => {
    const transport = nodeTransport({ proxy: false });
    const { signal } = new AbortController();
    const url = "http://127.0.0.1:9/";
    const thrown = await transport.fetch(url, get(signal)).catch((error) => error);
    expect(thrown).toMatchObject({ code: "ECONNREFUSED" });
    expect(transport.sendEvidence({ method: "GET", url, signal }).progress(thrown)).toBe("failed");
  });

  test("belongs to its own attempt, also if clients share the transport", async () => {
    const transport = nodeTransport({ proxy: false });
    const { server } = await servedClient(({ reply }) => reply(json(200, { id: "x", name: "x" })));
    const clientOf = (baseUrl: string) => createInstantlyClient({ apiKey: "key", baseUrl, transport, retry: false });
    const [good, refused] = [clientOf(server.origin), clientOf("http://127.0.0.1:9")];
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? good : refused).leadLists.create({ name: `${index}` })),
    );
    expect(all.map((one) => (one.status === "rejected" ? one.reason.outcome : one.value.id))).toEqual(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? "x" : "not_sent")),
    );
  });
});

test("a write that was certainly not sent is repeated, and sent once", async () => {
  const { server } = await servedClient(({ reply }) => reply(json(200, { id: "x", name: "x" })));
  let failures = 2;
  const lookup: NodeTransportOptions["lookup"] = (_, __, callback) => {
    failures -= 1;
    const error =
      failures >= 0 ? Object.assign(new Error("no name"), { code: "EAI_AGAIN", syscall: "getaddrinfo" }) : null;
    (callback as (error: Error | null, addresses: object[]) => void)(error, [{ address: "127.0.0.1", family: 4 }]);
  };
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl: server.origin.replace("http://127.0.0.1", "http://localhost"),
    transport: nodeTransport({ proxy: false, lookup }),
    retry: { baseDelayMs: 1, minDelayMs: 1, maxDelayMs: 2 },
  });
  expect(await client.leadLists.create({ name: "x" })).toMatchObject({ id: "x" });
  expect(server.requests).toHaveLength(1);
});
