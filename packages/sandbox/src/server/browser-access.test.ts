import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningSandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

let sandbox: RunningSandbox;
let open: RunningSandbox;
let port = 0;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: "off", scenario: "replies" });
  open = await startSandbox({ host: "0.0.0.0", allowedHosts: ["Sandbox", "localhost:8080"], limits: "off" });
  port = Number(new URL(sandbox.url).port);
});
afterAll(async () => {
  await sandbox.close();
  await open.close();
});

type Headers = Readonly<Record<string, string>>;

/** Sends a request byte by byte and returns the status and the text of the response. */
async function send(
  line: string,
  headers: Headers,
  body = "",
  to: RunningSandbox = sandbox,
): Promise<[number, string]> {
  const socket = connect(Number(new URL(to.url).port), "127.0.0.1");
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const length = body === "" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  // Not `end`: Node closes a connection whose client has ended its side, even if the response is not written yet.
  socket.write([`${line} HTTP/1.1`, ...lines, ...length, "Connection: close", "", body].join("\r\n"));
  let response = "";
  for await (const chunk of socket) response += chunk;
  return [Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1] ?? 0), response];
}

const statusOf = async (...parts: Parameters<typeof send>): Promise<number> => (await send(...parts))[0];
const json = { "Content-Type": "application/json" };
const own = (): Headers => ({ Origin: `http://127.0.0.1:${port}`, "Sec-Fetch-Site": "same-origin" });
const advance = '{"advance":"1d"}';
/** The moving parts of a request of a page on the same machine, at another port. */
const neighbour = { Origin: "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site" };

describe("the page of the sandbox itself", () => {
  test("reads and writes", async () => {
    expect(await statusOf("GET /_sandbox/clock", { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors" })).toBe(
      200,
    );
    expect(await statusOf("POST /_sandbox/checkpoints", { ...json, ...own() }, "{}")).toBe(200);
    expect(await statusOf("GET /_sandbox/clock", { "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate" })).toBe(200);
  });

  test("is opened by a link on any other page, but nothing else is", async () => {
    const link = {
      "Sec-Fetch-Site": "cross-site",
      "Sec-Fetch-Mode": "navigate",
      "Sec-Fetch-Dest": "document",
      Referer: "https://docs.test/",
    };
    expect(await statusOf("GET /", link)).not.toBe(403);
    expect(await statusOf("GET /?view=mails", link)).not.toBe(403);
    for (const path of [
      "/_sandbox/keys",
      "/_sandbox/outbox",
      "/_sandbox/mails/1/html",
      "/ui/assets/x.js",
      "/api/v2/campaigns",
    ]) {
      expect(await statusOf(`GET ${path}`, link), path).toBe(403);
    }
    expect(await statusOf("GET /", { ...link, "Sec-Fetch-Dest": "iframe" })).toBe(403);
    expect(await statusOf("GET /", { ...link, "Sec-Fetch-Mode": "no-cors" })).toBe(403);
    expect(await statusOf("POST /", link)).toBe(403);
  });
});

describe("another web page cannot move the clock", () => {
  const attempts: [what: string, headers: Headers, body?: string, line?: string][] = [
    ["with its origin", { ...json, Origin: "https://evil.test" }],
    ["with the origin null of a sandboxed frame", { ...json, Origin: "null", "Sec-Fetch-Site": "cross-site" }],
    ["of the same machine", { ...json, ...neighbour }],
    ["of the same machine, without an origin", { ...json, "Sec-Fetch-Site": "same-site" }],
    ["without an origin", { ...json, "Sec-Fetch-Site": "cross-site" }],
    ["without an origin, from the same site", { ...json, "Sec-Fetch-Site": "same-origin" }],
    ["without an origin, by navigation", { ...json, "Sec-Fetch-Site": "none" }],
    ["of an old browser, which only sends a referrer", { ...json, Referer: "https://evil.test/page" }],
    ["as a form of plain text", { "Content-Type": "text/plain", Origin: "https://evil.test" }],
    ["as a form of plain text without an origin", { "Content-Type": "text/plain", "Sec-Fetch-Site": "cross-site" }],
    ["under a name of its own (DNS rebinding)", { ...json, Host: "evil.test", Origin: "http://evil.test" }],
    ["under a name of its own, as the same site", { ...json, Host: "evil.test", "Sec-Fetch-Site": "same-origin" }],
    ["with an https origin of loopback", { ...json, Origin: "https://127.0.0.1" }],
    ["with an encoded path", { ...json, Origin: "https://evil.test" }, advance, "POST /%5fsandbox/clock"],
    ["with an encoded path and dots", { ...json, Origin: "https://evil.test" }, advance, "POST /_sandbox/./clock"],
    [
      "with a method override",
      { "X-HTTP-Method-Override": "POST", "X-Method-Override": "POST", ...json },
      advance,
      "GET /_sandbox/clock",
    ],
    [
      "with a method in the query",
      { "Sec-Fetch-Site": "cross-site" },
      "",
      "GET /_sandbox/clock?_method=POST&advance=1d",
    ],
    ["with a plain text body that is JSON", { "Content-Type": "text/plain", ...{} }],
  ];
  test.each(attempts)("%s", async (_, headers, body = advance, line = "POST /_sandbox/clock") => {
    const before = sandbox.now();
    const status = await statusOf(line, headers, body);
    expect(sandbox.now()).toBe(before);
    if (!line.startsWith("GET")) expect(status).toBeGreaterThanOrEqual(400);
  });

  test("while a program without any header of a browser can", async () => {
    const before = sandbox.now();
    expect(await statusOf("POST /_sandbox/clock", json, '{"advance":"1s"}')).toBe(200);
    expect(sandbox.now()).not.toBe(before);
    const response = await fetch(`${sandbox.url}/_sandbox/clock`, {
      method: "POST",
      headers: json,
      body: '{"advance":"1s"}',
    });
    expect(response.status).toBe(200);
  });
});

test("no GET changes the state, whatever its query and body", async () => {
  const routes = [
    "clock",
    "state",
    "outbox",
    "journal",
    "log",
    "faults",
    "keys",
    "mails",
    "campaigns",
    "leads",
    "scenarios",
    "checkpoints",
    "overview",
    "faults/kinds",
    "keys/all",
    "clock/next-event",
    "clock/next-send",
    "actions",
  ];
  const before = sandbox.snapshot();
  for (const route of routes) {
    for (const query of ["", "?reset=true", "?advance=1d&limit=1"]) {
      await send(`GET /_sandbox/${route}${query}`, json, '{"reset":true}');
    }
  }
  expect(sandbox.snapshot()).toBe(before);
  expect(await statusOf("GET /_sandbox/clock/next-event", {})).toBe(404);
});

test("responses of control routes are not stored, not sniffed and not shown in other sites", async () => {
  const [, text] = await send("GET /_sandbox/keys", {});
  for (const header of [
    "cache-control: no-store",
    "cross-origin-resource-policy: same-origin",
    "x-content-type-options: nosniff",
  ]) {
    expect(text.toLowerCase()).toContain(header);
  }
  expect(text.toLowerCase()).not.toContain("access-control-");
});

describe("a sandbox that listens on all addresses", () => {
  const to = (headers: Headers, line = "GET /_sandbox/clock"): Promise<number> => statusOf(line, headers, "", open);

  test("has a loopback URL, and is called by loopback and by its allowed hosts only", async () => {
    expect(open.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { port: openPort } = new URL(open.url);
    for (const host of [
      `127.0.0.1:${openPort}`,
      `localhost:${openPort}`,
      "sandbox:4020",
      "SANDBOX",
      "localhost:8080",
    ]) {
      expect(await to({ Host: host }), host).toBe(200);
    }
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const outside = addresses
      .filter(({ internal, family }) => !internal && family === "IPv4")
      .map(({ address }) => `${address}:${openPort}`);
    for (const host of [
      ...outside,
      "0.0.0.0",
      "evil.test",
      "sandbox.evil.test",
      "localhost:8081",
      "127.0.0.1:8080",
      "sandbox@evil.test",
    ]) {
      expect(await to({ Host: host }), host).toBe(403);
    }
  });

  test("accepts the origin of the name under which it was called, and no other", async () => {
    expect(await to({ Host: "sandbox:4020", Origin: "http://sandbox:4020" })).toBe(200);
    expect(await to({ Host: "sandbox", Origin: "https://sandbox" })).toBe(200);
    for (const origin of [
      "http://sandbox:9999",
      "http://sandbox",
      "http://localhost:4020",
      "null",
      "http://evil.test",
    ]) {
      expect(await to({ Host: "sandbox:4020", Origin: origin }), origin).toBe(403);
    }
  });

  test.each<[object, RegExp]>([
    [
      { host: "0.0.0.0" },
      /^Sandbox option host: expected a loopback address \(127\.0\.0\.1, ::1, localhost\), found "0\.0\.0\.0"; another address needs allowedHosts, the names under which it is called$/,
    ],
    [{ host: "0.0.0.0", allowedHosts: [] }, /^Sandbox option host: /],
    [{ host: "example.com", allowedHosts: ["example.com"] }, /^Sandbox option host: expected a loopback address/],
    [{ host: "0.0.0.0", allowedHosts: ["*"] }, /^Sandbox option allowedHosts: expected host names .*, found "\*"$/],
    [{ allowedHosts: ["http://sandbox"] }, /^Sandbox option allowedHosts: /],
    [{ allowedHosts: "sandbox" }, /^Sandbox option allowedHosts: expected an array/],
    [{ allowedHosts: [7] }, /^Sandbox option allowedHosts: /],
    [{ allowedhosts: [] }, /^Sandbox option allowedhosts is unknown; did you mean "allowedHosts"\?$/],
    [{ ui: "no" }, /^Sandbox option ui: expected one of true, false, found "no"/],
  ])("is refused with %j", async (options, message) => {
    await expect(startSandbox(options)).rejects.toThrow(message);
  });
});
