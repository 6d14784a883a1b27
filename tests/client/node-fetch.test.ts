import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import nodeFetch from "node-fetch";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calls } from "./calls.ts";

// A `fetch` over `node:http`, whose bodies are Node streams and whose errors are no errors of undici.

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let handler: Handler;
let served: string[];
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    served.push(`${request.method} ${request.url}`);
    handler(request, response);
  });
});
let baseUrl: string;
beforeEach(async () => {
  served = [];
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function clientOf(options: Partial<InstantlyClientOptions> = {}) {
  return createInstantlyClient({
    apiKey: "key",
    baseUrl,
    fetch: nodeFetch as unknown as typeof fetch,
    retry: { baseDelayMs: 1, minDelayMs: 1 },
    ...options,
  });
}

const large = { id: "id-1", note: "ü".repeat(200_000) };

describe.each([
  ["alone", {}],
  ["with evidence", { sendEvidence: sendEvidence() }],
])("node-fetch %s", (_, options) => {
  test("reads and sends, plain and compressed", async () => {
    handler = (request, response) => {
      response.setHeader("content-type", "application/json");
      if (request.method === "GET") response.setHeader("content-encoding", "gzip");
      const text = JSON.stringify(large);
      response.end(request.method === "GET" ? gzipSync(text) : text);
    };
    const client = clientOf(options);
    expect(await calls.getLead(client)).toEqual(large);
    expect(await calls.replyToEmail(client)).toEqual(large);
    expect(served).toEqual(["GET /api/v2/leads/id-1", "POST /api/v2/emails/reply"]);
  });

  test("a refused connection is proven unsent by its code", async () => {
    const client = clientOf({ ...options, baseUrl: "http://127.0.0.1:9" });
    await expect(calls.replyToEmail(client)).rejects.toMatchObject({ outcome: "not_sent", attempts: 3 });
  });

  test("a refused connection elsewhere, after the reply was sent, proves nothing", async () => {
    handler = (_request, response) => void response.end("{}");
    const audited: typeof nodeFetch = async (url, init) => {
      await nodeFetch(url, init);
      return nodeFetch("http://127.0.0.1:9/audit");
    };
    const call = calls.replyToEmail(clientOf({ ...options, fetch: audited as unknown as typeof fetch }));
    await expect(call).rejects.toMatchObject({ code: "network", outcome: "unknown", attempts: 1 });
    expect(served).toEqual(["POST /api/v2/emails/reply"]);
  });

  test.each<[string, Handler, { readonly code: string; readonly outcome: string }]>([
    [
      "is interrupted before a response",
      ({ socket }) => socket.resetAndDestroy(),
      { code: "network", outcome: "unknown" },
    ],
    ["gets no response in time", () => undefined, { code: "timeout", outcome: "unknown" }],
    [
      "gets an interrupted success",
      ({ socket }, response) => void response.write('{"id":', () => socket.resetAndDestroy()),
      { code: "network", outcome: "applied_unverified" },
    ],
    [
      "gets a success that stalls",
      (_request, response) => void response.write('{"id":'),
      { code: "timeout", outcome: "applied_unverified" },
    ],
    [
      "gets a success that is too large",
      (_request, response) => void response.end(Buffer.alloc(33 * 1024 * 1024, 0x20)),
      { code: "response_too_large", outcome: "applied_unverified" },
    ],
    [
      "is rejected with a long body",
      (_request, response) => void response.writeHead(400).end(Buffer.alloc(1024 * 1024, 0x20)),
      { code: "bad_request", outcome: "rejected" },
    ],
    [
      "is redirected",
      (_request, response) => void response.writeHead(307, { location: "/elsewhere" }).end(),
      { code: "unexpected_redirect", outcome: "unknown" },
    ],
  ])("a reply that %s is sent once, and its outcome is true", async (_name, handle, expected) => {
    handler = handle;
    // Only what never ends meets its time limit, however slow the machine is.
    const timeouts = expected.code === "timeout" ? { writeAttemptMs: 300 } : {};
    const client = clientOf({ ...options, timeouts });
    await expect(calls.replyToEmail(client)).rejects.toMatchObject({ ...expected, attempts: 1 });
    expect(served).toHaveLength(1);
  });

  test("an abort while the body is read ends only the call", async () => {
    handler = (_request, response) => void response.write('{"id":');
    const signal = AbortSignal.timeout(100);
    await expect(calls.replyToEmail(clientOf(options), { signal })).rejects.toMatchObject({
      code: "aborted",
      outcome: "applied_unverified",
    });
  });
});
