import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningSandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ bodyLimit: 2048, limits: "off" });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clearJournal());

interface HandlerResult {
  readonly status: number;
  readonly text: string;
}

/** Asks with exactly these headers, a Host among them where one is given. */
function ask(path: string, headers: Record<string, string>, body?: string): Promise<HandlerResult> {
  return new Promise((resolve, reject) => {
    const asked = request(`${sandbox.url}${path}`, { method: body === undefined ? "GET" : "POST", headers });
    asked.on("error", reject).on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text })).on("error", reject);
    });
    asked.end(body);
  });
}

const key = (): { authorization: string } => ({ authorization: `Bearer ${sandbox.keys.full}` });
const lists = "/api/v2/lead-lists";

describe("listening", () => {
  it.each(["0.0.0.0", "::", "", "192.168.1.5", "example.com", "127.0.0.1.example.com"])(
    'refuses the host "%s"',
    async (host) => {
      await expect(startSandbox({ host })).rejects.toThrow(/^Sandbox option host: expected a loopback address/);
    },
  );
});

describe.each([lists, "/_sandbox/keys", "/_sandbox/outbox", "/nowhere"])("a call of %s", (path) => {
  it("is refused under a foreign Host", async () => {
    const response = await ask(path, { ...key(), host: "rebound.example.com" });
    expect(response.status).toBe(403);
    expect(response.text).toContain("rebound.example.com");
    expect(response.text).not.toContain("sbx_");
  });

  it("is refused for a foreign Origin", async () => {
    for (const origin of ["https://example.com", "null", "http://localhost:1"]) {
      expect((await ask(path, { ...key(), origin })).status, origin).toBe(403);
    }
  });

  it("is served under its own", async () => {
    const own = { ...key(), host: new URL(sandbox.url).host, origin: sandbox.url };
    expect((await ask(path, own)).status).toBe(path === "/nowhere" ? 404 : 200);
  });
});

it("cannot be talked into being in process by a header", async () => {
  const headers = {
    ...key(),
    host: "rebound.example.com",
    "x-sandbox-connection": "00000000-0000-0000-0000-000000000000",
  };
  expect((await ask(lists, headers)).status).toBe(403);
});

describe("a body over the cap", () => {
  it("is refused and changes nothing", async () => {
    const headers = { ...key(), "content-type": "application/json" };
    expect((await ask(lists, headers, JSON.stringify({ name: "x".repeat(3000) }))).status).toBe(413);
    expect((await ask(lists, headers, JSON.stringify({ name: "x".repeat(1000) }))).status).toBe(200);
    expect(sandbox.journal().operations.createLeadList).toEqual({ requests: 2, committed: 1, effects: 1 });
  });
});

describe("a key that is not the sandbox's", () => {
  const real = "NzQ1YzFiYWQtcmVhbC1rZXk6c2VjcmV0";

  it.each([`Bearer ${real}`, `bearer ${real}`, real, `Basic ${real}`])(
    "given as %s is refused, unlogged",
    async (authorization) => {
      const response = await ask(lists, { authorization });
      expect(response.status).toBe(401);
      expect(response.text).not.toContain(real);
      await ask("/api/v2/accounts", { authorization });
      expect(sandbox.journal().entries).toEqual([]);
      expect(JSON.stringify(sandbox.journal()) + sandbox.snapshot()).not.toContain(real);
    },
  );

  it("is not kept when it is in the wrong place either", async () => {
    const headers = { ...key(), "content-type": "application/json", "x-api-key": real };
    expect((await ask(`${lists}?api_key=${real}`, headers)).status).toBe(200);
    expect((await ask(lists, headers, JSON.stringify({ name: "List", api_key: real }))).status).toBe(200);
    const journal = JSON.stringify(sandbox.journal());
    expect(journal).not.toContain(real);
    expect(sandbox.journal().entries.map(({ ignored }) => ignored)).toEqual([["api_key"], ["api_key"]]);
  });

  it("of the sandbox is in the journal by its name only", async () => {
    const headers = { ...key(), "content-type": "application/json" };
    await ask(lists, headers, JSON.stringify({ name: `mine is ${sandbox.keys.full}` }));
    const [entry] = sandbox.journal().entries;
    expect(entry).toMatchObject({ key: "full", status: 200, body: { name: "mine is [key]" } });
    expect(JSON.stringify(sandbox.journal())).not.toContain("sbx_");
  });
});
