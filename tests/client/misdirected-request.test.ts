import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { InstantlyError } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { operationIds, operationRows } from "../operations.ts";
import { calls } from "./calls.ts";

// See the section about 421 in docs/errors.md: Node's fetch sends the request again, below the client.

let second: (request: IncomingMessage, response: ServerResponse) => void;
let served: Socket[];
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    served.push(request.socket);
    if (served.length % 2 === 0) second(request, response);
    else misdirected(request, response);
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

function misdirected(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(421, { "content-type": "application/json" }).end('{"message":"wrong server"}');
}

describe.each([
  ["without evidence", {}],
  ["with evidence", { sendEvidence: sendEvidence() }],
])("a 421 to Node's own fetch, %s", (_, options) => {
  const client = () => createInstantlyClient({ apiKey: "key", baseUrl, retry: false, rateLimiter: false, ...options });

  test.each(operationIds)("is followed for %s by a second request, over a new connection", async (id) => {
    second = (_request, response) => void response.end(JSON.stringify(operationRows[id].response));
    expect(await calls[id](client())).toBeTruthy();
    expect(new Set(served).size).toBe(2);
  });

  test("that comes twice is rejected, in one attempt", async () => {
    second = misdirected;
    await expect(calls.replyToEmail(client())).rejects.toMatchObject({
      code: "bad_request",
      status: 421,
      outcome: "rejected",
      attempts: 1,
      retryable: false,
    });
    expect(served).toHaveLength(2);
  });

  test("whose second request is interrupted has an unknown outcome", async () => {
    second = ({ socket }) => void socket.resetAndDestroy();
    await expect(calls.replyToEmail(client())).rejects.toMatchObject({
      code: "network",
      outcome: "unknown",
      attempts: 1,
    });
    expect(served).toHaveLength(2);
  });

  test("whose second request is refused is unsent without evidence, because the first was rejected", async () => {
    const isSeen = "sendEvidence" in options;
    second = misdirected;
    server.once("request", () => server.close());
    const error = await calls.replyToEmail(client()).catch((thrown: unknown) => thrown as InstantlyError);
    expect(error).toMatchObject({ code: "network", outcome: isSeen ? "unknown" : "not_sent", attempts: 1 });
    expect(served).toHaveLength(1);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
});
