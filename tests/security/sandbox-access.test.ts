import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

// A web page that its reader has open can make requests to local servers. Each of these is one it could make, byte by byte.

let sandbox: RunningSandbox;
let port = 0;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off" });
  port = Number(new URL(sandbox.url).port);
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clearJournal());

/** Sends bytes and returns the status of the answer. */
async function statusOf(lines: readonly string[], body = ""): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  socket.end(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n${body}`);
  let response = "";
  for await (const chunk of socket) response += chunk;
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1] ?? 0);
}

const key = () => `Authorization: Bearer ${sandbox.keys.full}`;
const host = () => `Host: 127.0.0.1:${port}`;
const list = "GET /api/v2/lead-lists HTTP/1.1";

test("the door opens to its own address", async () => {
  for (const name of ["127.0.0.1", "localhost"]) {
    expect(await statusOf([list, `Host: ${name}:${port}`, key()])).toBe(200);
  }
  expect(await statusOf([list, host(), `Origin: http://127.0.0.1:${port}`, key()])).toBe(200);
});

describe("a name that was bound anew to this machine", () => {
  test.each([
    "evil.test",
    "127.0.0.1.evil.test",
    "localhost.evil.test",
    "127.0.0.1@evil.test",
    "[::ffff:7f00:1]",
    "0.0.0.0",
  ])("%s as the Host is refused", async (name) => {
    expect(await statusOf([list, `Host: ${name}:${port}`, key()])).toBe(403);
    expect(await statusOf(["GET /_sandbox/keys HTTP/1.1", `Host: ${name}:${port}`])).toBe(403);
  });

  test("another port, none, an empty Host or none at all is refused", async () => {
    expect(await statusOf([list, `Host: 127.0.0.1:${port + 1}`, key()])).toBe(403);
    expect(await statusOf([list, "Host: 127.0.0.1", key()])).toBe(403);
    expect(await statusOf([list, "Host: ", key()])).toBe(403);
    expect(await statusOf([list, key()])).toBe(400);
  });

  test("a full address in the request line reaches nothing", async () => {
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
  ])("with the Origin %s is refused, for the API and for the controls", async (origin) => {
    expect(await statusOf([list, host(), `Origin: ${origin}`, key()])).toBe(403);
    expect(await statusOf(["GET /_sandbox/keys HTTP/1.1", host(), `Origin: ${origin}`])).toBe(403);
    expect(await statusOf(["OPTIONS /api/v2/lead-lists HTTP/1.1", host(), `Origin: ${origin}`])).toBe(403);
  });

  test.each(["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"])(
    "cannot write with a form of the type %s",
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

  test("is not let in by a cross-origin answer, and cannot switch to a websocket", async () => {
    const response = await fetch(`${sandbox.url}/api/v2/lead-lists`, {
      headers: { authorization: `Bearer ${sandbox.keys.full}` },
    });
    const allowing = [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
    expect(allowing).toEqual([]);
    const upgrade = [list, host(), "Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", key()];
    expect(await statusOf(upgrade)).not.toBe(101);
  });
});

describe("what comes from outside", () => {
  test("does not reach it: it listens on loopback addresses only", async () => {
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

  test("a key of the real service is refused and kept nowhere", async () => {
    const real = "MDE5YTJiM2MtNGQ1ZS02ZjcwLTgxOTItYTNiNGM1ZDZlN2Y4OlpxV2VSdFl1SW9QYQ==";
    expect(await statusOf([list, host(), `Authorization: Bearer ${real}`])).toBe(401);
    expect(JSON.stringify(sandbox.journal()) + sandbox.snapshot()).not.toContain(real.slice(0, 12));
  });

  test("a body over the cap, and one that is no JSON, change nothing", async () => {
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
