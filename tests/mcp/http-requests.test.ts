import { actions } from "@modulex-instantly/actions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowAll } from "./support/allow-all.ts";
import type { KeyApi } from "./support/key-api.ts";
import { campaignOf, startKeyApi } from "./support/key-api.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";
import { listedNames, postMcp, send, statusOf } from "./support/post-mcp.ts";

const key = { authorization: "Bearer key-of-a-workspace" };
const call = { name: "list_campaigns", arguments: {} };
const readOnly = Object.values(actions).flatMap(({ name, effect }) => (effect === "read" ? [name] : []));
let api: KeyApi;
let server: HttpMcp;
let everything: HttpMcp;

beforeAll(async () => {
  api = await startKeyApi();
  const env = { INSTANTLY_BASE_URL: api.url };
  server = await startHttpMcp(["--max-body-kb", "64", "--allow", "create_lead,patch_campaign"], env);
  everything = await startHttpMcp([...allowAll], env);
});

afterAll(async () => {
  await Promise.all([server.stop(), everything.stop()]);
  await api.close();
});

describe("the key of a request", () => {
  test.each([
    ["Authorization: Bearer", { authorization: "Bearer key-a" }, "key-a"],
    ["x-instantly-api-key", { "x-instantly-api-key": "key-b" }, "key-b"],
    ["both, with the same key", { authorization: "Bearer key-c", "x-instantly-api-key": "key-c" }, "key-c"],
  ])("is read from %s", async (_, headers, expected) => {
    const { message } = await postMcp(server.url, "tools/call", call, headers);
    expect(message.result?.["structuredContent"]).toMatchObject({
      success: true,
      campaigns: [{ id: campaignOf(expected) }],
    });
  });

  test.each<[string, Record<string, string>]>([
    ["no key", {}],
    ["an empty key", { "x-instantly-api-key": " " }],
    ["another scheme", { authorization: "Basic c2VjcmV0LXg=" }],
    ["Bearer without a token", { authorization: "Bearer" }],
    ["two tokens", { authorization: "Bearer secret-x secret-y" }],
    ["two different keys", { authorization: "Bearer secret-x", "x-instantly-api-key": "secret-y" }],
    ["a key with a character that no key has", { authorization: "Bearer k\u00e9y" }],
  ])("%s is a 401 with WWW-Authenticate, for every method", async (_, headers) => {
    for (const method of ["initialize", "tools/list", "tools/call", "ping"]) {
      const response = await postMcp(server.url, method, call, headers);
      expect(response.status).toBe(401);
      expect(response.headers["www-authenticate"]).toMatch(/^Bearer realm="modulex-instantly-mcp"/);
      expect(response.message.error?.message).toMatch(/key|Bearer/);
      expect(response.body).not.toMatch(/secret|k\u00e9y|c2VjcmV0/);
    }
  });

  test("never appears in a response or on stderr", async () => {
    const secret = "secret-key-0123456789";
    api.respondWith({ status: 401 }, { status: 403 });
    const headers = { authorization: `Bearer ${secret}` };
    const bodies = [
      await postMcp(server.url, "tools/call", call, headers),
      await postMcp(server.url, "tools/call", call, headers),
      await postMcp(server.url, "tools/call", { name: "list_leads", arguments: { search: secret } }, headers),
      await postMcp(server.url, "tools/call", { name: "list_leads", arguments: { api_key: secret } }, headers),
      await postMcp(server.url, "tools/call", { name: secret }, headers),
      await postMcp(server.url, "prompts/get", { name: secret }, headers),
      await postMcp(server.url, "tools/list", {}, { ...headers, "x-mcp-tools": secret }),
      await postMcp(server.url, "tools/list", {}, { ...headers, "x-mcp-tools": `get_lead,${secret}` }),
    ].map(({ body }) => body);
    expect(bodies.join()).not.toContain(secret);
    expect(bodies[2]).toContain("an argument contains the API key");
    expect(bodies[4]).toContain("There is no tool of that name, which contains the API key");
    expect(bodies[6]).toContain("a setting contains the API key");
    expect(server.stderr()).not.toContain(secret);
  });
});

describe("a request narrows the tools", () => {
  const allowed = [...readOnly, "create_lead", "patch_campaign"];

  test.each<[string, string, Record<string, string>, readonly string[]]>([
    ["nothing", "", {}, allowed],
    ["X-MCP-Readonly: true", "", { "x-mcp-readonly": "true" }, readOnly],
    ["X-MCP-Readonly: 1", "", { "x-mcp-readonly": "1" }, readOnly],
    ["X-MCP-Readonly: false", "", { "x-mcp-readonly": "false" }, allowed],
    ["the path /mcp/readonly", "/readonly", {}, readOnly],
    ["the path, which X-MCP-Readonly: false does not undo", "/readonly", { "x-mcp-readonly": "false" }, readOnly],
    ["X-MCP-Tools", "", { "x-mcp-tools": "get_lead, create_lead" }, ["get_lead", "create_lead"]],
    ["X-MCP-Tools with a tool that is not allowed", "", { "x-mcp-tools": "get_lead,delete_leads" }, ["get_lead"]],
    [
      "X-MCP-Tools and X-MCP-Readonly",
      "",
      { "x-mcp-tools": "get_lead,create_lead", "x-mcp-readonly": "true" },
      ["get_lead"],
    ],
  ])("by %s", async (_, path, headers, expected) => {
    const names = await listedNames(server.url + path, { ...key, ...headers });
    expect(names.sort()).toEqual([...expected].sort());
    for (const name of Object.keys(actions).filter((other) => !names.includes(other))) {
      const { message } = await postMcp(server.url + path, "tools/call", { name }, { ...key, ...headers });
      expect(message.result).toMatchObject({ isError: true, structuredContent: { success: false } });
      expect(JSON.stringify(message.result)).toContain("is not enabled on this server");
    }
  });

  test.each<[string, string, Record<string, string | string[]>, number, RegExp]>([
    ["a misspelt value", "", { "x-mcp-readonly": "ture" }, 400, /expected true or false \(did you mean "true"\?\)/],
    ["an empty value", "", { "x-mcp-readonly": "" }, 400, /expected true or false/],
    ["an unknown tool", "", { "x-mcp-tools": "list_lead" }, 400, /no tool "list_lead" \(did you mean "list_leads"\?\)/],
    ["an empty list", "", { "x-mcp-tools": "" }, 400, /expected tool names/],
    ["a misspelt header", "", { "x-mcp-read-only": "true" }, 400, /did you mean "x-mcp-readonly"\?/],
    ["an unknown header", "", { "x-mcp-lockdown": "true" }, 400, /x-mcp-lockdown is unknown; known are/],
    ["a header with a misspelt prefix", "", { "x-mpc-readonly": "true" }, 400, /did you mean "x-mcp-readonly"\?/],
    ["a header with underscores", "", { x_mcp_readonly: "true" }, 400, /did you mean "x-mcp-readonly"\?/],
    ["a header without its prefix", "", { "mcp-tools": "get_lead" }, 400, /did you mean "x-mcp-tools"\?/],
    ["a header of another server", "", { "x-read-only": "true" }, 400, /x-read-only is unknown; known are/],
    [
      "a header sent twice",
      "",
      { "x-mcp-tools": ["get_lead", "create_lead"] },
      400,
      /x-mcp-tools is sent more than once/,
    ],
    ["a setting in the query", "?readonly=true", {}, 400, /settings belong in headers or in the path/],
    ["a misspelt path", "/readonyl", {}, 404, /did you mean "\/mcp\/readonly"\?/],
    ["a path with another case", "/Readonly", {}, 404, /did you mean "\/mcp\/readonly"\?/],
  ])("%s is refused", async (_, suffix, headers, status, message) => {
    const before = api.arrivals.size;
    const response = await postMcp(everything.url + suffix, "tools/call", call, { ...key, ...headers });
    expect(response.status).toBe(status);
    expect(response.message.error?.message).toMatch(message);
    expect(api.arrivals.size).toBe(before);
  });

  test("a setting in a fragment, which clients do not send, is refused", async () => {
    const hosts = [`Host: ${new URL(server.url).host}`];
    expect(await statusOf(server.url, "/mcp#readonly", hosts)).toBe(400);
  });
});

describe("a web page or another machine", () => {
  test.each([
    ["a foreign name", "evil.example.com"],
    ["a foreign name with the port", "evil.example.com:8787"],
    ["a name that begins like this machine", "localhost.evil.example.com"],
    ["a user in the name", "localhost@evil.example.com"],
  ])("Host: %s is refused", async (_, host) => {
    const response = await postMcp(server.url, "tools/list", {}, { ...key, host });
    expect([400, 403]).toContain(response.status);
    expect(response.body).not.toContain("list_leads");
  });

  test("two Host headers are refused", async () => {
    const { host } = new URL(server.url);
    expect(await statusOf(server.url, "/mcp", [`Host: ${host}`, "Host: evil.example.com"])).toBe(400);
    expect(await statusOf(server.url, "/mcp", [`Host: ${host}`])).toBe(200);
  });

  test.each(["http://evil.example.com", "null", "http://localhost.evil.example.com", "file://", "localhost"])(
    "Origin: %s is refused",
    async (origin) => {
      const response = await postMcp(server.url, "tools/list", {}, { ...key, origin });
      expect([response.status, response.message.error?.message]).toEqual([403, expect.stringContaining("Origin")]);
    },
  );

  test.each(["http://localhost:3000", "http://127.0.0.1"])("Origin: %s is accepted", async (origin) => {
    expect((await postMcp(server.url, "tools/list", {}, { ...key, origin })).status).toBe(200);
  });

  test("no response grants access to other origins", async () => {
    const preflight = await send(server.url, { origin: "http://evil.example.com" }, undefined, "OPTIONS");
    expect(preflight.status).toBe(403);
    const { headers } = await postMcp(server.url, "tools/list", {}, { ...key, origin: "http://localhost:3000" });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});

describe("a body", () => {
  test("that is too large is a 413, with and without Content-Length", async () => {
    const large = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping", params: { pad: "x".repeat(70_000) } });
    const json = { "content-type": "application/json", accept: "application/json, text/event-stream", ...key };
    for (const extra of [{}, { "transfer-encoding": "chunked" }]) {
      const response = await send(server.url, { ...json, ...extra }, large);
      expect(response.status).toBe(413);
      expect(response.message.error?.message).toContain("--max-body-kb");
    }
  });

  test("with arguments that are nested too deeply is refused with a result", async () => {
    const nested = "[".repeat(20_000) + "]".repeat(20_000);
    const body = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_leads","arguments":{"ids":${nested}}}}`;
    const json = { "content-type": "application/json", accept: "application/json, text/event-stream", ...key };
    const { message } = await send(server.url, json, body);
    expect(message.result).toMatchObject({ isError: true, structuredContent: { success: false } });
    expect(JSON.stringify(message.result)).toContain("nested too deeply");
  });

  test.each<[string, string, number]>([
    ["that is not JSON", "{", 400],
    ["of a form", "", 415],
  ])("%s is refused", async (_, body, status) => {
    const type = status === 415 ? "application/x-www-form-urlencoded" : "application/json";
    const headers = { "content-type": type, accept: "application/json, text/event-stream", ...key };
    expect((await send(server.url, headers, body)).status).toBe(status);
  });
});

test("/healthz needs no key and shows nothing", async () => {
  const health = server.url.replace("/mcp", "/healthz");
  const response = await send(health, { host: "10.0.0.7" }, undefined, "GET");
  expect([response.status, response.body]).toEqual([200, "ok\n"]);
});
