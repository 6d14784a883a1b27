import type { IncomingMessage, RequestOptions } from "node:http";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { sendEvidence } from "../node.ts";

// Evidence and errors only count for the one request of the attempt, to the client's origin and path.

let received: string[] = [];
const server = createServer((request: IncomingMessage) => {
  request.resume().on("end", () => {
    received.push(`${request.method} ${request.url}`);
    request.socket.resetAndDestroy();
  });
});
beforeEach(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterEach(() => {
  received = [];
  return new Promise((resolve) => server.close(resolve));
});

const ownOrigin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
/** An origin without a listener, so that each connection to it is refused. */
let nowhere = "";
beforeAll(async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  nowhere = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((resolve) => closed.close(resolve));
});

/** Sends the request beneath Node's fetch, where no evidence is seen. */
function overHttp(url: string, init: RequestInit | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    const request = httpRequest(url, {
      method: init?.method ?? "GET",
      headers: init?.headers as Record<string, string>,
    });
    request.on("error", reject);
    request.end(init?.body);
  });
}

async function replyOver(fetch: typeof globalThis.fetch, evidence = true, baseUrl = ownOrigin()) {
  const retry = { baseDelayMs: 1, minDelayMs: 1 };
  const client = createInstantlyClient({
    apiKey: "key",
    baseUrl,
    fetch,
    retry,
    ...(evidence ? { sendEvidence: sendEvidence() } : {}),
  });
  const reply = { reply_to_uuid: "m", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } };
  return client.emails.reply(reply).catch((error: unknown) => error);
}

const failed = (url: string, init?: RequestInit) => fetch(url, init).catch(() => undefined);

describe.each([true, false])("a fetch that sends the reply in an unexpected way (evidence: %s)", (evidence) => {
  test.each<[string, typeof fetch]>([
    [
      "after a request elsewhere that was refused",
      async (url, init) => {
        await failed(nowhere);
        return overHttp(String(url), init);
      },
    ],
    [
      "after the same path elsewhere was refused",
      async (url, init) => {
        await failed(String(url).replace(ownOrigin(), nowhere), init);
        return overHttp(String(url), init);
      },
    ],
    [
      "before a request elsewhere that is refused, and whose error escapes",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        return fetch(nowhere);
      },
    ],
    [
      "after its own request failed before it left",
      async (url, init) => {
        const aborted = AbortSignal.abort();
        await failed(String(url), { ...init, signal: aborted });
        return overHttp(String(url), init);
      },
    ],
    [
      "and throws the error of a refused request of the same kind",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        return fetch(String(url).replace(ownOrigin(), nowhere), init);
      },
    ],
    [
      "before a request elsewhere over `node:http` that is refused",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        return overHttp(nowhere, undefined);
      },
    ],
    [
      "before a request elsewhere that is refused on both families",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        return fetch(nowhere.replace("127.0.0.1", "localhost"));
      },
    ],
    [
      "before a request to a name that is not found",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        const lookup = (hostname: string, _: object, done: (error: Error) => void) =>
          done(Object.assign(new Error("x"), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname }));
        return new Promise((_, reject) =>
          httpRequest("http://audit.invalid", { lookup, agent: false } as RequestOptions)
            .on("error", reject)
            .end(),
        );
      },
    ],
    [
      "before a refused request elsewhere, whose error a wrapper copies",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        return fetch(nowhere).catch(({ cause: { code, message } }) => {
          throw Object.assign(new Error(`audit failed: ${message}`), { code });
        });
      },
    ],
    [
      "before a refused request elsewhere, whose error a wrapper gives further causes",
      async (url, init) => {
        await overHttp(String(url), init).catch(() => undefined);
        return fetch(nowhere).catch(({ cause }) => {
          throw Object.assign(cause, { cause: Object.assign(new Error("x"), { code: cause.code }) });
        });
      },
    ],
    [
      "among several at once",
      async (url, init) =>
        Promise.any([
          fetch(nowhere),
          overHttp(String(url), init).catch(() => Promise.reject(new Error("bad gateway"))),
        ]),
    ],
  ])("%s: it is sent once, and the outcome is unknown", async (_, fetch) => {
    expect(await replyOver(fetch, evidence)).toMatchObject({ outcome: "unknown", retryable: false });
    expect(received).toEqual(["POST /api/v2/emails/reply"]);
  });
});

test("a token that is fetched first takes nothing from the evidence of the request itself", async () => {
  let attempts = 0;
  const tokens = createServer((_, response) => response.end("{}"));
  await new Promise<void>((resolve) => tokens.listen(0, "127.0.0.1", resolve));
  const tokenUrl = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}`;
  const origin = ownOrigin();
  await new Promise((resolve) => server.close(resolve));
  const fetchWithToken: typeof fetch = async (url, init) => {
    attempts += 1;
    await fetch(tokenUrl);
    return fetch(url, init);
  };
  const retry = { baseDelayMs: 1, minDelayMs: 1 };
  const client = createInstantlyClient({
    apiKey: "k",
    baseUrl: origin,
    fetch: fetchWithToken,
    retry,
    sendEvidence: sendEvidence(),
  });
  await expect(client.campaigns.activate("c")).rejects.toMatchObject({ outcome: "not_sent", retryable: true });
  expect(attempts).toBe(3);
  await new Promise((resolve) => tokens.close(resolve));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

describe("a reply whose own connection was refused", () => {
  /** The client's origin, which has no listener until it is opened. */
  async function openingLater() {
    const origin = ownOrigin();
    await new Promise((resolve) => server.close(resolve));
    const open = () =>
      new Promise<void>((resolve) => server.listen(Number(new URL(origin).port), "127.0.0.1", resolve));
    return { origin, open };
  }

  test.each([
    ["undici", (url: string, init?: RequestInit) => fetch(url, init)],
    ["`node:http`", overHttp],
  ])("and that %s sends again after the first error: it is sent once", async (_, again) => {
    const { origin, open } = await openingLater();
    let isOpen = false;
    const retrying: typeof fetch = (url, init) =>
      fetch(url, init).catch(async (first) => {
        if (!isOpen) await open();
        isOpen = true;
        return again(String(url), init).catch(() => Promise.reject(first));
      });
    expect(await replyOver(retrying, true, origin)).toMatchObject({ outcome: "unknown", attempts: 1 });
    expect(received).toEqual(["POST /api/v2/emails/reply"]);
  });

  test.each([
    ["undici, with evidence", (url: string, init?: RequestInit) => fetch(url, init), true],
    ["undici, without", (url: string, init?: RequestInit) => fetch(url, init), false],
    ["`node:http`, with evidence", overHttp, true],
    ["`node:http`, without", overHttp, false],
  ])("over %s: it is known to be unsent, by its address and by its name", async (_, send, evidence) => {
    const { origin, open } = await openingLater();
    const sending: typeof fetch = (url, init) => send(String(url), init);
    for (const own of [origin, origin.replace("127.0.0.1", "localhost")]) {
      expect(await replyOver(sending, evidence, own)).toMatchObject({
        outcome: "not_sent",
        retryable: true,
        attempts: 3,
      });
    }
    await open();
  });
});
