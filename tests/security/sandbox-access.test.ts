import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

// An open web page can send requests to local servers. These are such requests, byte by byte.

let sandbox: RunningSandbox;
let port = 0;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off" });
  port = Number(new URL(sandbox.url).port);
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clearJournal());

/** Sends bytes and returns the status of the response. */
async function statusOf(lines: readonly string[], body = ""): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  // Not `end`: Node drops a response that is not there yet when the other side has ended.
  socket.write(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n${body}`);
  let response = "";
  for await (const chunk of socket) response += chunk;
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1] ?? 0);
}

const key = () => `Authorization: Bearer ${sandbox.keys.full}`;
const host = () => `Host: 127.0.0.1:${port}`;
const list = "GET /api/v2/lead-lists HTTP/1.1";

test("requests to its own address are accepted", async () => {
  for (const name of ["127.0.0.1", "localhost"]) {
    expect(await statusOf([list, `Host: ${name}:${port}`, key()])).toBe(200);
  }
  expect(await statusOf([list, host(), `Origin: http://127.0.0.1:${port}`, key()])).toBe(200);
});

describe("DNS rebinding", () => {
  test.each([
    "evil.test",
    "127.0.0.1.evil.test",
    "localhost.evil.test",
    "127.0.0.1@evil.test",
    "[::ffff:7f00:1]",
    "0.0.0.0",
  ])("%s as the Host is rejected", async (name) => {
    expect(await statusOf([list, `Host: ${name}:${port}`, key()])).toBe(403);
    expect(await statusOf(["GET /_sandbox/keys HTTP/1.1", `Host: ${name}:${port}`])).toBe(403);
  });

  test("another port, no port, an empty Host or a missing Host is rejected", async () => {
    expect(await statusOf([list, `Host: 127.0.0.1:${port + 1}`, key()])).toBe(403);
    expect(await statusOf([list, "Host: 127.0.0.1", key()])).toBe(403);
    expect(await statusOf([list, "Host: ", key()])).toBe(403);
    expect(await statusOf([list, key()])).toBe(400);
  });

  test("an absolute URL in the request line is rejected", async () => {
    const status = await statusOf([`GET http://evil.test:${port}/api/v2/lead-lists HTTP/1.1`, host(), key()]);
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe("another web page", () => {
  test.each([
    "https://evil.test",
    "null",
    "http://localhost:1",
    "http://127.0.0.1.evil.test",
    "file://",
    "http://evil.test",
  ])("with the Origin %s is rejected, for the API and the control routes", async (origin) => {
    expect(await statusOf([list, host(), `Origin: ${origin}`, key()])).toBe(403);
    expect(await statusOf(["GET /_sandbox/keys HTTP/1.1", host(), `Origin: ${origin}`])).toBe(403);
    expect(await statusOf(["OPTIONS /api/v2/lead-lists HTTP/1.1", host(), `Origin: ${origin}`])).toBe(403);
  });

  test.each(["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"])(
    "cannot write with a form of type %s",
    async (type) => {
      const body = '{"name":"Written by a form"}';
      const head = [host(), `Content-Type: ${type}`, `Content-Length: ${body.length}`];
      for (const route of ["/api/v2/lead-lists", "/_sandbox/keys", "/_sandbox/state", "/_sandbox/clock"]) {
        const status = await statusOf([`POST ${route} HTTP/1.1`, ...head, key()], body);
        expect(status, route).toBeGreaterThanOrEqual(400);
      }
      expect(sandbox.snapshot()).not.toContain("Written by a form");
    },
  );

  test("gets no cross-origin permission, and cannot switch to a WebSocket", async () => {
    const response = await fetch(`${sandbox.url}/api/v2/lead-lists`, {
      headers: { authorization: `Bearer ${sandbox.keys.full}` },
    });
    const allowing = [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
    expect(allowing).toEqual([]);
    const upgrade = [list, host(), "Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", key()];
    expect(await statusOf(upgrade)).not.toBe(101);
  });
});

describe("other machines, keys and bodies", () => {
  test("other machines cannot connect: it listens on loopback addresses only", async () => {
    for (const address of ["0.0.0.0", "::", "192.168.0.1", "example.com"]) {
      await expect(startSandbox({ host: address })).rejects.toThrow(/^Sandbox option host|host/);
    }
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((found) => found?.family === "IPv4" && !found.internal);
    for (const found of outside) {
      const socket = connect(port, found?.address);
      const [error] = await once(socket, "error").catch((reason: unknown) => [reason]);
      expect(error).toMatchObject({ code: "ECONNREFUSED" });
    }
  });

  test("a key of the real service is rejected and not stored", async () => {
    const real = "MDE5YTJiM2MtNGQ1ZS02ZjcwLTgxOTItYTNiNGM1ZDZlN2Y4OlpxV2VSdFl1SW9QYQ==";
    expect(await statusOf([list, host(), `Authorization: Bearer ${real}`])).toBe(401);
    expect(JSON.stringify(sandbox.journal()) + sandbox.snapshot()).not.toContain(real.slice(0, 12));
  });

  test("a body over the limit, and one that is not JSON, change nothing", async () => {
    const send = (body: string) =>
      statusOf(
        [
          "POST /api/v2/lead-lists HTTP/1.1",
          host(),
          "Content-Type: application/json",
          `Content-Length: ${body.length}`,
          key(),
        ],
        body,
      );
    expect(await send(`{"name":"${"x".repeat(1_048_577)}"}`)).toBe(413);
    expect(await send('{"name":')).toBe(400);
  });
});
