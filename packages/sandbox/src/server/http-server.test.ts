import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RunningSandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

let sandbox: RunningSandbox;
let head: string;
beforeAll(async () => {
  sandbox = await startSandbox({ bodyLimit: 2048, limits: "off" });
  head = `Host: ${new URL(sandbox.url).host}\r\nAuthorization: Bearer ${sandbox.keys.full}\r\n`;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clearJournal());
afterEach(() => sandbox.clearFaults());

interface Raw {
  /** Whether the server closed the connection. */
  readonly closed: boolean;
  readonly text: string;
}

/** Writes bytes to the sandbox and reads until so many responses came, or the connection ended. */
function raw(bytes: string, { responses = 1, end = false, url = sandbox.url } = {}): Promise<Raw> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/[[\]]/g, ""), port: Number(port) });
    let text = "";
    const done = (closed: boolean): void => {
      resolve({ closed, text });
      socket.destroy();
    };
    socket.setEncoding("latin1").on("data", (part: string) => {
      text += part;
      const isClosing = /^connection: close/im.test(text);
      if (!isClosing && whole(text) >= responses) setTimeout(() => done(false), 20);
    });
    socket.on("end", () => done(true)).on("error", (error) => (text === "" ? reject(error) : done(true)));
    socket.write(bytes);
    if (end) socket.end();
  });
}

/** How many whole responses a text holds. */
function whole(text: string): number {
  let count = 0;
  for (let at = 0; ; count += 1) {
    const begin = text.indexOf("\r\n\r\n", at);
    if (begin < 0) return count;
    const length = Number(/content-length: (\d+)/i.exec(text.slice(at, begin))?.[1] ?? 0);
    at = begin + 4 + (/HTTP\/1.1 (?:304|1\d\d)/.test(text.slice(at, begin)) ? 0 : length);
    if (text.length < at) return count;
  }
}

const post = (body: string, more = "Content-Type: application/json\r\n", length = Buffer.byteLength(body)): string =>
  `POST /api/v2/lead-lists HTTP/1.1\r\n${head}${more}Content-Length: ${length}\r\n\r\n${body}`;
const get = (path: string, method = "GET", version = "1.1"): string =>
  `${method} ${path} HTTP/${version}\r\n${head}\r\n`;
const bodyOf = ({ text }: Raw): unknown => JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));

describe("a connection", () => {
  test("stays open for several requests, with responses in their order", async () => {
    const { text, closed } = await raw(get("/api/v2/campaigns") + get("/api/v2/nothing") + post('{"name":"One"}'), {
      responses: 3,
    });
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 404", "HTTP/1.1 200"]);
    expect(text).toMatch(/Keep-Alive: timeout=72\r\n/);
    expect(closed).toBe(false);
  });

  test("is closed when the caller says so, and after HTTP/1.0", async () => {
    const asked = get("/api/v2/campaigns").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    expect(await raw(asked)).toMatchObject({ closed: true, text: expect.stringMatching(/^HTTP\/1\.1 200 /) });
    expect(await raw(get("/api/v2/campaigns", "GET", "1.0"))).toMatchObject({ closed: true });
  });

  test.each<[string, string, number]>([
    ["is no HTTP", "garbage\r\n\r\n", 400],
    ["has an unknown method", "FOO / HTTP/1.1\r\n\r\n", 400],
    ["has two lengths", "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
    ["has a head of 20 kB", `GET / HTTP/1.1\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ])("that %s gets the envelope and ends", async (_, bytes, status) => {
    const response = await raw(bytes);
    expect(response.closed).toBe(true);
    expect(bodyOf(response)).toEqual({ error: expect.any(String), message: expect.any(String), statusCode: status });
  });
});

describe("a body", () => {
  const broken = "Body is not valid JSON but content-type is set to 'application/json'";
  const empty = "Body cannot be empty when content-type is set to 'application/json'";

  test.each<[string, string, number, string]>([
    ["of broken JSON", '{"name":', 400, broken],
    ["that would change a prototype", '{"name":"x","__proto__":{"a":1}}', 400, broken],
    ["that would change one further down", '{"name":"x","a":[{"constructor":{"prototype":{}}}]}', 400, broken],
    ["that says so in escapes", '{"name":"x","\\u005f_proto__":{"a":1}}', 400, broken],
    ["of nothing", "", 400, empty],
    ["that is too long", `{"name":"${"x".repeat(2048)}"}`, 413, "Request body is too large"],
  ])("%s is refused, changes nothing and ends the connection", async (_, body, status, message) => {
    const response = await raw(post(body));
    expect(bodyOf(response)).toMatchObject({ statusCode: status, message });
    expect(response.closed).toBe(true);
    expect(sandbox.journal().operations.createLeadList).toEqual({ requests: 1, committed: 0, effects: 0 });
  });

  test("with a content-length above the limit is rejected before it is read", async () => {
    expect((await raw(post("", undefined, 99_999))).text).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("in chunks is limited in total", async () => {
    const chunked = (...pieces: string[]): string =>
      `POST /api/v2/lead-lists HTTP/1.1\r\n${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${pieces
        .map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
        .join("")}0\r\n\r\n`;
    expect((await raw(chunked('{"nam', 'e":"x"}'))).text).toMatch(/^HTTP\/1\.1 200 /);
    expect((await raw(chunked(..."x".repeat(30)).repeat(1))).text).toMatch(/^HTTP\/1\.1 400 /);
    expect((await raw(chunked("x".repeat(1500), "x".repeat(1500)))).text).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each<[string, number]>([
    ["application/json; charset=utf-8", 200],
    ["Application/JSON", 200],
    ["application/json;a=b;c", 200],
    ["text/plain", 400],
    ["application/xml", 415],
    ["application/x-www-form-urlencoded", 415],
    ["application/merge-patch+json", 415],
    ["application/json x", 415],
    ["nonsense", 415],
    ["", 415],
  ])("of the type %j gets the status %i", async (type, status) => {
    const { text, closed } = await raw(post('{"name":"x"}', `Content-Type: ${type}\r\n`));
    expect([text.slice(0, 12), closed]).toEqual([`HTTP/1.1 ${status}`, false]);
  });

  test("without a type is refused; with a byte order mark it is read; of a GET it is not looked at", async () => {
    expect((await raw(post('{"name":"x"}', ""))).text).toMatch(/^HTTP\/1\.1 415 /);
    expect((await raw(post('\ufeff{"name":"x"}'))).text).toMatch(/^HTTP\/1\.1 200 /);
    const asked = post("{broken").replace("POST", "GET");
    expect((await raw(asked + get("/api/v2/campaigns"), { responses: 2 })).text.match(/HTTP\/1\.1 200/g)).toHaveLength(
      2,
    );
  });

  test("is waited for after 100 Continue", async () => {
    const bytes = post('{"name":"x"}', "Content-Type: application/json\r\nExpect: 100-continue\r\n");
    expect((await raw(bytes, { responses: 2 })).text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  test("of a caller who disconnects changes nothing and is in the journal without a status", async () => {
    await raw(post('{"name":', undefined, 500), { end: true });
    await expect.poll(() => sandbox.journal().entries.map(({ status }) => status)).toEqual([null]);
    expect(sandbox.journal().operations.createLeadList).toEqual({ requests: 1, committed: 0, effects: 0 });
  });

  test("is not read if the key is rejected", async () => {
    const { text } = await raw(post("{broken").replace(/Authorization: .*\r\n/, ""));
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe("faults on a socket", () => {
  test.each([
    ["drop_before_commit", 0],
    ["drop_after_commit", 1],
  ] as const)("%s closes the connection without a byte", async (kind, effects) => {
    sandbox.plan({ fault: { kind } });
    expect(await raw(post('{"name":"x"}'))).toEqual({ closed: true, text: "" });
    expect(sandbox.journal().entries).toMatchObject([{ status: null, effects, fault: kind }]);
  });

  test("truncated_body announces the whole body, sends half of it and closes", async () => {
    sandbox.plan({ fault: { kind: "truncated_body" } });
    const { text, closed } = await raw(post('{"name":"x"}'));
    const announced = Number(/content-length: (\d+)/.exec(text)?.[1]);
    const body = text.slice(text.indexOf("\r\n\r\n") + 4);
    expect([closed, body.length]).toEqual([true, Math.floor(announced / 2)]);
  });

  test.each([204, 304])("a %i has no body, and the connection stays open", async (status) => {
    sandbox.plan({ fault: { kind: "status", status } });
    const { text } = await raw(get("/api/v2/campaigns") + get("/api/v2/campaigns"), { responses: 2 });
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`, "HTTP/1.1 200"]);
    expect(text.split("\r\n\r\n")[1]).toMatch(/^HTTP/);
  });

  test("a caller who disconnects during a delay affects no other request", async () => {
    sandbox.plan({ fault: { kind: "delay", delayMs: 100, when: "after_commit" } });
    await raw(post('{"name":"x"}'), { end: true }).catch(() => {});
    await expect.poll(() => sandbox.journal().entries).toMatchObject([{ effects: 1 }]);
    expect((await raw(get("/api/v2/campaigns"))).text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("a response", () => {
  test("of the API carries the time of the virtual clock, its type and its length", async () => {
    const { text } = await raw(get("/api/v2/campaigns"));
    expect(text).toMatch(/\r\ndate: Mon, 07 Sep 2026 08:00:\d\d GMT\r\n/);
    expect(text).toMatch(/\r\ncontent-type: application\/json; charset=utf-8\r\n/);
    expect(text).toMatch(/\r\ncontent-length: \d+\r\n/);
  });

  test("to HEAD has no body, and its route is none of the API", async () => {
    const { text } = await raw(get("/api/v2/campaigns", "HEAD"), { responses: 0 });
    expect(text).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\n\r\n$/);
  });

  test("of a control route is indented JSON that says so", async () => {
    const { text } = await raw(get("/_sandbox/faults"));
    expect(text).toContain("content-type: application/json; charset=utf-8");
    expect(text).toMatch(/\r\n\r\n\{\n {2}"pending": \[\]\n\}\n$/);
  });
});

describe("listening", () => {
  test.each(["127.0.0.1", "localhost", "::1"])("on %s gives a URL that responds until it is closed", async (host) => {
    const other = await startSandbox({ host });
    const { hostname, host: authority } = new URL(other.url);
    expect(host === "::1" ? "[::1]" : "127.0.0.1").toBe(hostname);
    const asked = `GET /_sandbox/faults HTTP/1.1\r\nHost: ${authority}\r\n\r\n`;
    const open = raw(asked, { url: other.url, responses: 9 });
    expect((await raw(asked, { url: other.url })).text).toMatch(/^HTTP\/1\.1 200 /);
    await other.close();
    expect(await open).toMatchObject({ closed: true, text: expect.stringMatching(/^HTTP\/1\.1 200 /) });
    await expect(raw(asked, { url: other.url })).rejects.toThrow("ECONNREFUSED");
    await expect(other.fetch("http://sandbox/api/v2/campaigns")).rejects.toThrow(new TypeError("fetch failed"));
    await other.close();
  });

  test("on a port in use is an error and leaves nothing open", async () => {
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toThrow(
      `port: ${port} is already in use on 127.0.0.1; use another port, or 0 for any free port`,
    );
  });
});
