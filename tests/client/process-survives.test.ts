import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";

// No response may end the process: everything that goes wrong with one is an error of its call.

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

type End = (socket: Socket) => void;
const ends: Readonly<Record<string, End>> = {
  "stays open": () => undefined,
  "is closed": (socket) => void setTimeout(() => socket.destroy(), 40),
  "is reset": (socket) => void setTimeout(() => socket.resetAndDestroy(), 40),
};

const six = (name: string) => Array(6).fill(name).join(",");
const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 6);
const body = JSON.stringify({ id: "lead-1", name: "x".repeat(2_000) });
const heads: Readonly<Record<string, readonly [head: string, body: Buffer | string]>> = {
  "six gzips": [`content-encoding: ${six("gzip")}`, "abc"],
  "six gzips with a length": [`content-encoding: ${six("gzip")}\r\ncontent-length: 1000`, "abc"],
  "six gzips in chunks": [`content-encoding: ${six("gzip")}\r\ntransfer-encoding: chunked`, "3\r\nabc\r\n"],
  "six encodings in six lines": [Array(6).fill("Content-Encoding: br").join("\r\n"), "abc"],
  "sixty mixed encodings": [
    `content-encoding: ${Array(20).fill("gzip, br, deflate").join(",")}\r\ncontent-length: 99`,
    "abc",
  ],
  "five gzips of nothing": [`content-encoding: ${six("gzip").slice(5)}\r\ncontent-length: 1000`, "abc"],
  "a gzip cut off": ["content-encoding: gzip\r\ncontent-length: 9999", cut(gzipSync(body))],
  "a brotli cut off": ["content-encoding: br", cut(brotliCompressSync(body))],
  "a deflate of garbage": ["content-encoding: deflate\r\ncontent-length: 1000", "garbage"],
  "a broken chunk": ["transfer-encoding: chunked", "zz\r\n"],
  "a body cut off": ["content-length: 5000", body],
};

/** A server that sends one head and body to everybody, and then ends the connection in one way. */
async function serving(head: string, bytes: Buffer | string, end: End, status = "200 OK"): Promise<string> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(`HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${head}\r\n\r\n`);
      socket.write(bytes);
      end(socket);
    });
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const program = fileURLToPath(new URL("./processes/calls.mjs", import.meta.url));

/** How the calls of a process of its own ended that makes them at each of the URLs. */
async function endedIn(sending: string, urls: readonly string[]): Promise<unknown[]> {
  const child = spawn(process.execPath, [program, sending, ...urls], { stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(errors).toBe("");
  return JSON.parse(output);
}

const cases = [
  ...Object.keys(ends).flatMap((end) =>
    ["evidence", "blind", "node transport"].map((sending) => [end, sending] as const),
  ),
  ["is reset", "node-fetch"],
  ["is closed", "failing hooks"],
] as const;

test.each(cases)("a process survives every response when the connection %s (%s)", async (endName, sending) => {
  const end = ends[endName] as End;
  const all = ["200 OK", "503 Busy"].flatMap((status) =>
    Object.entries(heads).map(([name, [head, bytes]]) => ({ name: `${status}, ${name}`, head, bytes, status })),
  );
  const urls = await Promise.all(all.map(({ head, bytes, status }) => serving(head, bytes, end, status)));
  const ended = await endedIn(sending, urls);
  expect(ended).toHaveLength(all.length);
  for (const [index, { name, status }] of all.entries()) {
    expect(ended[index], name).toEqual({
      read: expect.stringMatching(
        status === "200 OK" ? /^(network|timeout|invalid_response)$/ : /^(network|timeout|server_error)$/,
      ),
      write: expect.stringMatching(
        status === "200 OK" ? /^(not_sent|unknown|applied_unverified)$/ : /^(not_sent|unknown)$/,
      ),
      success: false,
    });
  }
});

test.each([
  ["a fetch that fails late", "timeout", "unknown"],
  ["a body that fails late", "timeout", "applied_unverified"],
  ["the body of an error response that fails late", "bad_request", "rejected"],
])("a process survives %s, when its calls are over", async (sending, read, write) => {
  expect(await endedIn(sending, ["http://127.0.0.1:9"])).toEqual([{ read, write, success: false }]);
});
