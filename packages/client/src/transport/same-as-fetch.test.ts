import { afterEach, describe, expect, test } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import { servedClient, stopServers } from "../../../../tests/client/served-client.ts";
import type { SentRequest } from "../../../../tests/faults/server/request-reader.ts";
import { head, json } from "../../../../tests/faults/server/response-bytes.ts";
import { anySuccess, operationIds } from "../../../../tests/operations.ts";
import type { InstantlyClientOptions } from "../client-options.ts";
import { sendEvidence } from "../node.ts";

afterEach(stopServers);

/** The options of a client that sends by `fetch`. The other one is the default of `servedClient`. */
const byFetch = (): Partial<InstantlyClientOptions> => ({ transport: undefined, sendEvidence: sendEvidence() });

/** Headers that differ: what describes a browser's request, and which codings the platform decodes. */
const OF_FETCH = ["accept-language", "sec-fetch-mode", "accept-encoding"];
/** The host has another port. */
const OF_CONNECTION = ["host"];

describe("the request of", () => {
  test.each(operationIds)("%s is that of fetch", async (id) => {
    const sent: SentRequest[] = [];
    for (const options of [{}, byFetch()]) {
      const { client } = await servedClient(({ request, reply }) => {
        sent.push(request);
        reply(json(200, anySuccess));
      }, options);
      await calls[id](client);
    }
    const [ours, fetchs] = sent.map(({ method, path, body, headers }) => {
      const shared = [...headers].filter(([name]) => ![...OF_FETCH, ...OF_CONNECTION].includes(name));
      return { method, path, body, headers: Object.fromEntries(shared) };
    });
    expect(ours).toEqual(fetchs);
    expect(ours?.headers).toMatchObject({ authorization: "Bearer key", connection: "keep-alive" });
    expect([...(sent[1]?.headers.keys() ?? [])].filter((name) => !sent[0]?.headers.has(name)).toSorted()).toEqual([
      "accept-language",
      "sec-fetch-mode",
    ]);
  });
});

const OK = JSON.stringify({ id: "lead-1", name: "a list" });
const length = ["content-length", OK.length] as const;
const chunked = ["transfer-encoding", "chunked"] as const;
const inChunks = `5\r\n${OK.slice(0, 5)}\r\n${(OK.length - 5).toString(16)}\r\n${OK.slice(5)}\r\n0\r\n`;
const raw = (status: string, ...lines: string[]) => `HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n`;
const hints = head(103, [["link", "</a>; rel=preload"]]);

/** Responses after which the server closes the connection. */
const responses: Readonly<Record<string, string>> = {
  "a length": head(200, [length]) + OK,
  chunks: `${head(200, [chunked])}${inChunks}\r\n`,
  "neither length nor chunks": head(200) + OK,
  "HTTP/1.0": `HTTP/1.0 200 OK\r\n\r\n${OK}`,
  "a keep-alive of HTTP/1.0": `HTTP/1.0 200 OK\r\nconnection: keep-alive\r\n\r\n${OK}`,
  "no reason": `HTTP/1.1 200 \r\ncontent-length: ${OK.length}\r\n\r\n${OK}`,
  "100 Continue first": head(100) + head(200, [length]) + OK,
  "102 first": head(102) + head(200, [length]) + OK,
  "a thousand early hints": hints.repeat(1_000) + head(200, [length]) + OK,
  "an upgrade": raw("101 Switching Protocols", "connection: upgrade", "upgrade: websocket") + OK,
  "early hints and nothing else": hints,
  trailers: `${head(200, [chunked, ["trailer", "x-sum"]])}${inChunks}x-sum: 1\r\n\r\n`,
  "too large trailers": `${head(200, [chunked])}${inChunks}x-sum: ${"1".repeat(20_000)}\r\n\r\n`,
  "chunk extensions": `${head(200, [chunked])}5;a=b\r\n${OK.slice(0, 5)}\r\n${inChunks.slice(10)}\r\n`,
  "a chunk extension without end": `${head(200, [chunked])}5;${"a".repeat(200_000)}`,
  "a chunk size that is no number": `${head(200, [chunked])}zz\r\n${OK}\r\n0\r\n\r\n`,
  "a negative chunk size": `${head(200, [chunked])}-5\r\n${OK}\r\n0\r\n\r\n`,
  "a huge chunk size": `${head(200, [chunked])}${"f".repeat(32)}\r\n${OK}\r\n0\r\n\r\n`,
  "a chunk without a line break after it": `${head(200, [chunked])}5\r\n${OK.slice(0, 5)}0\r\n\r\n`,
  "chunks without an end": `${head(200, [chunked])}5\r\n${OK.slice(0, 5)}\r\n`,
  "line feeds alone": `HTTP/1.1 200 OK\ncontent-length: ${OK.length}\n\n${OK}`,
  "chunks twice": `${raw("200 OK", "transfer-encoding: chunked, chunked")}${inChunks}\r\n`,
  "an unknown transfer encoding": `${raw("200 OK", "transfer-encoding: zork")}${OK}`,
  "chunks and a length": `${raw("200 OK", `content-length: ${OK.length}`, "transfer-encoding: chunked")}${inChunks}\r\n`,
  "two equal lengths": raw("200 OK", `content-length: ${OK.length}`, `content-length: ${OK.length}`) + OK,
  "two different lengths": raw("200 OK", `content-length: ${OK.length}`, "content-length: 5") + OK,
  "a list of lengths": raw("200 OK", `content-length: ${OK.length}, ${OK.length}`) + OK,
  "a negative length": raw("200 OK", "content-length: -1") + OK,
  "a signed length": raw("200 OK", `content-length: +${OK.length}`) + OK,
  "a length in hex": raw("200 OK", "content-length: 0x1f") + OK,
  "a length beyond 64 bits": raw("200 OK", "content-length: 99999999999999999999999") + OK,
  "a length that is too long": head(200, [["content-length", 9_999]]) + OK,
  "a space in a header name": raw("200 OK", "content length: 5") + OK,
  "a space before the colon": raw("200 OK", `content-length : ${OK.length}`) + OK,
  "a folded header": raw("200 OK", "x-a: b", " c", `content-length: ${OK.length}`) + OK,
  "a null byte in a header": raw("200 OK", "x-a: b\0c", `content-length: ${OK.length}`) + OK,
  "a carriage return in a header": raw("200 OK", "x-a: b\rc", `content-length: ${OK.length}`) + OK,
  "bytes that are not ASCII in a header": raw("200 OK", "x-a: \xe9\xff", `content-length: ${OK.length}`) + OK,
  "headers of more than 16 KiB": head(200, [length, ["x-a", "a".repeat(17_000)]]) + OK,
  "headers of nearly 16 KiB": head(200, [length, ["x-a", "a".repeat(15_000)]]) + OK,
  "a thousand headers": raw("200 OK", ...Array(1_000).fill("a: b"), `content-length: ${OK.length}`) + OK,
  "ten thousand headers": raw("200 OK", ...Array(10_000).fill("a: b"), `content-length: ${OK.length}`) + OK,
  "HTTP/2": `HTTP/2 200\r\n\r\n${OK}`,
  "HTTP/9.9": `HTTP/9.9 200 OK\r\n\r\n${OK}`,
  "a status of two digits": `HTTP/1.1 20 OK\r\n\r\n${OK}`,
  "a status of four digits": `HTTP/1.1 2000 OK\r\n\r\n${OK}`,
  "the status 999": `HTTP/1.1 999 What\r\ncontent-length: 0\r\n\r\n`,
  "a request": `GET / HTTP/1.1\r\nhost: a\r\n\r\n`,
  "an empty line first": `\r\n${head(200, [length])}${OK}`,
  "204 with a body": `${head(204)}${OK}`,
  "304": head(304),
  nothing: "",
  "half a status line": "HTTP/1.1 2",
  "half a head": "HTTP/1.1 200 OK\r\ncontent-le",
};

const ACCEPTED = ["lead-1", "lead-1", 2];
const REFUSED = ["none undefined", "unknown undefined", 2];

/** The outcomes of responses for which those of fetch depend on its version. Node 20's fetch is less strict for some. */
const own: Readonly<Record<string, readonly unknown[]>> = {
  "100 Continue first": ACCEPTED,
  "a space in a header name": REFUSED,
  "a folded header": REFUSED,
};

/** Responses that are cut off, and complete ones with a status that is no success. All others are malformed. */
const codeOf: Readonly<Record<string, string>> = {
  "an upgrade": "network",
  "early hints and nothing else": "network",
  "chunks without an end": "network",
  "a length that is too long": "network",
  "304": "unexpected_redirect",
  "the status 999": "server_error",
  nothing: "network",
  "half a status line": "network",
  "half a head": "network",
};

describe("a response with", () => {
  test.each(Object.entries(responses))("%s has the outcome that it has with fetch", async (name, bytes) => {
    const endings: (readonly unknown[])[] = [];
    const codes: string[] = [];
    for (const options of [{}, byFetch()]) {
      const { client, server } = await servedClient(({ socket }) => socket.end(bytes, "latin1"), options);
      const ending = (call: Promise<{ readonly id: string }>) =>
        call.then(
          ({ id }) => id,
          ({ code, outcome, status }) => {
            if (endings.length === 0) codes.push(code);
            return `${outcome} ${status}`;
          },
        );
      const endingOfRead = await ending(client.leads.get("lead-1"));
      const endingOfWrite = await ending(client.leadLists.create({ name: "a list" }));
      endings.push([endingOfRead, endingOfWrite, server.requests.length]);
    }
    expect(endings[0]).toEqual(own[name] ?? endings[1]);
    // Which code a malformed response has with fetch depends on the version.
    expect(codes[0] ?? "none").toBe(endings[0]?.[0] === "lead-1" ? "none" : (codeOf[name] ?? "invalid_response"));
  });
});
