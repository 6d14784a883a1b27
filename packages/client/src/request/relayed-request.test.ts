import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { sendEvidence } from "../node.ts";

// A custom fetch may send the request of an attempt to another place, too. Its own connection then proves nothing.

type Send = (url: string, init: RequestInit | undefined) => Promise<Response>;

const overHttp: Send = (url, init) =>
  new Promise((_, reject) => {
    const headers = init?.headers as Record<string, string>;
    const request = httpRequest(url, { method: init?.method ?? "GET", headers });
    request.on("error", reject);
    request.end(init?.body);
  });

async function listening(received: string[]) {
  const server = createServer((request) => {
    received.push(`${request.method} ${request.url}`);
    request.socket.resetAndDestroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test.each<[string, (relay: Send) => typeof fetch]>([
  [
    "after its own connection was refused, and throws that error",
    (relay) => (url, init) =>
      fetch(url, init).catch(async (refused) => {
        await relay(String(url), init).catch(() => undefined);
        throw refused;
      }),
  ],
  [
    "after its own connection was refused, and wraps that error",
    (relay) => (url, init) =>
      fetch(url, init).catch(async (cause) => {
        await relay(String(url), init).catch(() => undefined);
        throw new Error("all failed", { cause });
      }),
  ],
  [
    "before its own connection is refused",
    (relay) => async (url, init) => {
      await relay(String(url), init).catch(() => undefined);
      return fetch(url, init);
    },
  ],
  [
    "with another path",
    (relay) => async (url, init) => {
      await relay(String(url).replace(/\/api.*/, "/relay"), init).catch(() => undefined);
      return fetch(url, init);
    },
  ],
])("a reply that a fetch sends to a relay %s is sent once", async (_, fetchOver) => {
  for (const send of [fetch as Send, overHttp]) {
    const received: string[] = [];
    const nowhere = await listening([]);
    await new Promise((resolve) => nowhere.server.close(resolve));
    const relay = await listening(received);
    const client = createInstantlyClient({
      apiKey: "key",
      baseUrl: nowhere.origin,
      fetch: fetchOver((url, init) => send(url.replace(nowhere.origin, relay.origin), init)),
      retry: { baseDelayMs: 1, minDelayMs: 1 },
      sendEvidence: sendEvidence(),
    });
    const reply = { reply_to_uuid: "m", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } };
    await expect(client.emails.reply(reply)).rejects.toMatchObject({ outcome: "unknown", attempts: 1 });
    expect(received).toHaveLength(1);
    await new Promise((resolve) => relay.server.close(resolve));
  }
});
