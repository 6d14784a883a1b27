import { channel } from "node:diagnostics_channel";
import { createServer } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { nodeTransport, sendEvidence } from "../node.ts";

// A function around fetch may give up a request that is still connecting. It is sent later, so it must not be sent again.

let received = 0;
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    received += 1;
    response.end('{"id":"mail-2"}');
  });
});
beforeEach(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterEach(() => {
  received = 0;
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const reply = { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } };
const retry = { baseDelayMs: 1, minDelayMs: 1 };
const CONNECTING_MS = 150;
const originAt = (host: string) => `http://${host}:${(server.address() as AddressInfo).port}`;
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const slowLookup: LookupFunction = (_, { all }, found) => {
  setTimeout(
    () => (all ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4)),
    CONNECTING_MS,
  );
};
const sent = async (count: number) => {
  await after(3 * CONNECTING_MS);
  expect(received).toBe(count);
};

test("a request that a custom fetch gave up, but did not abort, is stopped before its first byte", async () => {
  const events: string[] = [];
  const abandoning: typeof fetch = (url, init) => {
    // What undici publishes for a request that has to wait for its connection.
    const { origin, pathname: path } = new URL(String(url));
    const request = { origin, path, method: init?.method };
    channel("undici:request:create").publish({ request });
    setTimeout(() => {
      channel("undici:client:sendHeaders").publish({ request, socket: { destroy: () => events.push("destroyed") } });
    }, 60);
    return new Promise((_, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
  };
  const client = createInstantlyClient({
    apiKey: "key",
    fetch: abandoning,
    sendEvidence: sendEvidence(),
    timeouts: { connectMs: 20 },
    retry: false,
  });
  await expect(client.emails.reply(reply)).rejects.toMatchObject({ code: "timeout", outcome: "not_sent" });
  expect(events).toEqual([]);
  await after(100);
  expect(events).toEqual(["destroyed"]);
});

describe("a function around the fetch of a transport", () => {
  const clientOver = (around: (send: () => Promise<unknown>) => Promise<unknown>) => {
    const inner = nodeTransport({ proxy: false, lookup: slowLookup });
    const fetch: typeof inner.fetch = (url, request) => around(() => inner.fetch(url, request)) as never;
    return createInstantlyClient({
      apiKey: "key",
      baseUrl: originAt("localhost"),
      transport: { ...inner, fetch },
      retry,
    });
  };
  const tooLate = async () => {
    await after(20);
    throw new Error("too late");
  };

  test.each<[string, (send: () => Promise<unknown>) => Promise<unknown>]>([
    ["that has a time limit of its own", (send) => Promise.race([send(), tooLate()])],
    [
      "that does not wait",
      async (send) => {
        send().catch(() => undefined);
        throw new Error("busy");
      },
    ],
  ])("%s: the reply is sent once, and the outcome is unknown", async (_, around) => {
    await expect(clientOver(around).emails.reply(reply)).rejects.toMatchObject({ outcome: "unknown", attempts: 1 });
    await sent(1);
  });

  test("that waits for the connection: it is known that nothing was sent", async () => {
    const origin = originAt("localhost");
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const inner = nodeTransport({ proxy: false, lookup: slowLookup });
    const fetch: typeof inner.fetch = (url, request) =>
      inner.fetch(url, request).catch(() => Promise.reject(new Error("failed")));
    const client = createInstantlyClient({ apiKey: "key", baseUrl: origin, transport: { ...inner, fetch }, retry });
    await expect(client.emails.reply(reply)).rejects.toMatchObject({ outcome: "not_sent", attempts: 3 });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
});
