import type { IncomingMessage } from "node:http";
import { createServer, request } from "node:http";
import type { AddressInfo, Server, Socket } from "node:net";
import { connect, createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { InstantlyClientOptions } from "./client-options.ts";
import { createInstantlyClient } from "./create-instantly-client.ts";
import { sendEvidence } from "./node.ts";
import type { SendEvidence } from "./send-evidence.ts";

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listening(server: Server, port = 0): Promise<string> {
  servers.push(server);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closedOrigin(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** An API that does what it is asked and then cuts the connection. */
function cuttingApi() {
  const done: string[] = [];
  const server = createServer((message: IncomingMessage) => {
    message.resume().on("end", () => {
      done.push(`${message.method} ${message.url}`);
      message.socket.resetAndDestroy();
    });
  });
  return { done, server };
}

const REPLY = "POST /api/v2/emails/reply";
const reply = { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } };

/** Mails a reply and says how the call ended. */
async function replyOver(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  options: Partial<InstantlyClientOptions> = {},
) {
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl,
    fetch,
    sendEvidence: sendEvidence(),
    retry: { baseDelayMs: 1, minDelayMs: 1 },
    ...options,
  });
  return client.emails.reply(reply).catch((error: unknown) => error);
}

/** A `fetch` over `node:http`. */
function overHttp(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers, body } = init;
    const sent = request(String(input), { method, headers: headers as Record<string, string>, agent: false });
    sent.on("error", reject);
    sent.on("response", (message) => {
      message.resume().on("end", () => resolve(new Response("{}", { status: message.statusCode ?? 500 })));
    });
    sent.end(body);
  });
}

const once = { code: "network", outcome: "unknown", attempts: 1, retryable: false };
describe("a request that is not the call's own proves nothing", () => {
  test.each([
    ["to another origin", async (_: string) => fetch(await closedOrigin())],
    [
      "to another origin, of the same path and method",
      async () => fetch(`${await closedOrigin()}/api/v2/emails/reply`, { method: "POST" }),
    ],
    [
      "to another path, over TLS where there is none",
      async (url: string) => fetch(new URL("/token", url.replace("http:", "https:"))),
    ],
  ])("%s", async (_, foreign) => {
    const { done, server } = cuttingApi();
    const url = await listening(server);
    const mixed: typeof fetch = async (input, init) => {
      await foreign(url).catch(() => undefined);
      return overHttp(input, init);
    };
    expect(await replyOver(mixed, url)).toMatchObject(once);
    expect(done).toEqual([REPLY]);
  });

  test("that succeeded, before the own one failed unsent: the own one counts", async () => {
    const tokens = await listening(createServer((_, response) => response.end("token")));
    const refreshing: typeof fetch = async (input, init) => {
      await (await fetch(tokens)).text();
      return fetch(input, init);
    };
    const refused = await replyOver(refreshing, await closedOrigin());
    expect(refused).toMatchObject({ code: "network", outcome: "not_sent", attempts: 3, retryable: true });
    const noTls = await listening(createTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy())));
    expect(await replyOver(refreshing, noTls.replace("http:", "https:"))).toMatchObject({ outcome: "not_sent" });
    const { done, server } = cuttingApi();
    expect(await replyOver(refreshing, await listening(server))).toMatchObject(once);
    expect(done).toHaveLength(1);
  });

  test("that succeeded, when `node:http` carries the own one: its error's code counts", async () => {
    const tokens = await listening(createServer((_, response) => response.end("token")));
    const refreshing: typeof fetch = async (input, init) => {
      await (await fetch(tokens)).text();
      return overHttp(input, init);
    };
    expect(await replyOver(refreshing, await closedOrigin())).toMatchObject({ outcome: "not_sent", attempts: 3 });
  });

  test("that left, when the own one was never seen: it may be the same by another name", async () => {
    const { done, server } = cuttingApi();
    const gateway = await listening(server);
    const closed = await closedOrigin();
    const rewriting: typeof fetch = async (_, init) => {
      await fetch(`${gateway}/mail`, { ...init }).catch(() => undefined);
      return fetch(closed);
    };
    expect(await replyOver(rewriting, "https://api.example.com")).toMatchObject(once);
    expect(done).toEqual(["POST /mail"]);
  });
});

describe("a request that is made several times proves nothing", () => {
  /** An origin at which nobody listens, until it opens as an API that cuts the connection. */
  async function openingLater() {
    const origin = await closedOrigin();
    const { done, server } = cuttingApi();
    return { origin, done, open: () => listening(server, Number(new URL(origin).port)) };
  }

  test.each([
    ["over undici, and again over undici", (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init)],
    ["over undici, and again over `node:http`", overHttp],
  ])("%s", async (_, again) => {
    const { origin, done, open } = await openingLater();
    let rounds = 0;
    const retrying: typeof fetch = async (input, init) => {
      try {
        return await fetch(input, init);
      } catch (first) {
        if (rounds++ === 0) await open();
        // The first error is thrown although the second request was carried out.
        return again(input, init).catch(() => Promise.reject(first));
      }
    };
    expect(await replyOver(retrying, origin)).toMatchObject(once);
    expect(done).toEqual([REPLY]);
  });

  test("over undici, and again over a socket that nobody observes", async () => {
    const { origin, done, open } = await openingLater();
    const fallingBack: typeof fetch = (input, init) =>
      fetch(input, init).catch(async () => {
        await open();
        return new Promise<Response>((_, reject) => {
          const { hostname, port, pathname } = new URL(String(input));
          const socket = connect(Number(port), hostname);
          socket.on("error", reject);
          socket.end(`POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 0\r\n\r\n`);
        });
      });
    expect(await replyOver(fallingBack, origin)).toMatchObject(once);
    expect(done).toEqual([REPLY]);
  });

  test("and failed each time, even if it is likely that none left", async () => {
    const retrying: typeof fetch = (input, init) => fetch(input, init).catch(() => fetch(input, init));
    expect(await replyOver(retrying, await closedOrigin())).toMatchObject({ outcome: "unknown", attempts: 1 });
  });
});

describe("a failure that was seen counts only if it is why `fetch` failed", () => {
  test("not if `fetch` still works on something else when its time is up, or when the caller aborts", async () => {
    const closed = await closedOrigin();
    const working: typeof fetch = (input, init) =>
      fetch(input, init).catch(() => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 300)));
    const timeouts = { writeAttemptMs: 100 };
    expect(await replyOver(working, closed, { timeouts })).toMatchObject({ ...once, code: "timeout" });
    const client = createInstantlyClient({
      apiKey: "key",
      baseUrl: closed,
      fetch: working,
      sendEvidence: sendEvidence(),
    });
    const aborted = client.emails.reply(reply, { signal: AbortSignal.timeout(100) });
    await expect(aborted).rejects.toMatchObject({ ...once, code: "aborted" });
  });

  test("not if it waits for its connection and `fetch` has given it up by itself", async () => {
    const silent = await listening(createTcpServer());
    const racing: typeof fetch = (input, init) =>
      Promise.race([
        fetch(input, init),
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too slow")), 50)),
      ]);
    const options = { timeouts: { writeAttemptMs: 200 } };
    expect(await replyOver(racing, silent.replace("http:", "https:"), options)).toMatchObject(once);
  });

  test("also as the cause of what a wrapper throws", async () => {
    const wrapping: typeof fetch = (input, init) =>
      fetch(input, init).catch((cause: unknown) => {
        throw new Error("the gateway failed", { cause });
      });
    const noTls = await listening(createTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy())));
    expect(await replyOver(wrapping, noTls.replace("http:", "https:"))).toMatchObject({
      outcome: "not_sent",
      attempts: 3,
    });
  });
});

test("evidence of one's own is believed as far as it goes, and may fail", async () => {
  const throwing = () => Promise.reject(Object.assign(new Error("x"), { code: "ECONNRESET" }));
  const observed: unknown[] = [];
  const evidence =
    (progress: () => "unseen" | "waiting" | "left" | "failed"): SendEvidence =>
    (own) => {
      observed.push(own);
      return { run: (start) => start(), progress };
    };
  const origin = "https://api.example.com";
  const outcomeWith = (given: SendEvidence) => replyOver(throwing, origin, { sendEvidence: given, retry: false });
  expect(await outcomeWith(evidence(() => "failed"))).toMatchObject({ outcome: "not_sent" });
  expect(observed).toEqual([{ method: "POST", url: `${origin}/api/v2/emails/reply` }]);
  const broken = () => {
    throw new Error("broken evidence");
  };
  for (const given of [evidence(broken), broken, evidence(() => "left"), evidence(() => "waiting")]) {
    expect(await outcomeWith(given)).toMatchObject({ code: "network", outcome: "unknown", attempts: 1 });
  }
});
