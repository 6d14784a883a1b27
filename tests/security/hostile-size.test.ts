import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainKey } from "../client/canary.ts";

// Small bodies that unpack to 32 MiB. What they cost is measured in a process of its own, by what the system counts.

const SIZE = 2 ** 25 - 200;
const filled = (head: string, unit: string, tail = "") =>
  head + unit.repeat(Math.floor((SIZE - head.length - tail.length) / unit.length)) + tail;

/** What a server may send, and what comes of it. */
const bodies: Readonly<Record<string, { readonly body: () => string; readonly outcome: string }>> = {
  "objects in objects": { body: () => filled("", '{"a":'), outcome: "invalid_response" },
  "empty objects": { body: () => filled('{"id":"1","p":[', "{},", "1]}"), outcome: "invalid_response" },
  "one text of escapes": { body: () => filled('{"id":"1","p":"', "\\u0041", '"}'), outcome: "read" },
  "one text of escaped quotes": { body: () => filled('{"id":"1","p":"', '\\"', '"}'), outcome: "read" },
  "one text of characters encoded four times": {
    body: () => filled('{"id":"1","p":"', "%25252541", '"}'),
    outcome: "read",
  },
  "the key, again and again": { body: () => filled('{"id":"1","p":"', plainKey, '"}'), outcome: "read" },
  "a page": { body: () => filled("<!doctype html>", '{"'), outcome: "invalid_response" },
};

let body: Buffer = Buffer.alloc(0);
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip", connection: "close" });
  response.end(body);
});
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("32 MiB of", () => {
  test.each(Object.entries(bodies))(
    "%s cost little memory and time",
    async (name, { body: made, outcome }) => {
      body = gzipSync(made(), { level: 1 });
      const program = path.join(import.meta.dirname, "processes/read-body.mjs");
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const child = spawn(process.execPath, [program, url, plainKey], { stdio: ["ignore", "pipe", "inherit"] });
      const report = JSON.parse(await text(child.stdout)) as Record<string, unknown>;
      console.log(`${name}: ${JSON.stringify(report)}`);
      expect(report["outcome"]).toBe(outcome);
      // Without a limit these take up to 1.5 GB. Reading 32 MiB takes 170 MiB of these by itself.
      expect(report["maxRssMib"]).toBeLessThan(400);
      // Processor time, 5 s at most on a machine that does nothing else; minutes for what is superlinear.
      expect(report["cpuMs"]).toBeLessThan(15_000);
    },
    60_000,
  );
});
