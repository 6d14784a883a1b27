import { describe, expect, test } from "vitest";
import { startKeyApi } from "./support/key-api.ts";
import { runMcp, startHttpMcp } from "./support/mcp-command.ts";
import { postMcp, send } from "./support/post-mcp.ts";

const handshake = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } },
  },
  { method: "notifications/initialized" },
  { id: 2, method: "tools/list" },
]
  .map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }))
  .join("\n");

describe("the command", () => {
  test("prints its help and its version", async () => {
    const help = await runMcp(["--help"]);
    expect([help.code, help.stderr]).toEqual([0, ""]);
    expect(help.stdout).toMatch(/^An MCP server for the Instantly V2 API/);
    const version = await runMcp(["--version"]);
    expect([version.code, version.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  test.each<[string, readonly string[], Record<string, string>, RegExp]>([
    ["without a key", [], {}, /INSTANTLY_API_KEY is not set\. To try the server without a key, use --sandbox/],
    ["with a blank key", [], { INSTANTLY_API_KEY: " " }, /INSTANTLY_API_KEY is not set/],
    [
      "with a misspelt key variable",
      [],
      { INSTANTLY_APIKEY: "secret-x" },
      /INSTANTLY_APIKEY is set, did you mean INSTANTLY_API_KEY\?/,
    ],
    ["with a key that cannot be one", [], { INSTANTLY_API_KEY: "secret x" }, /up to 512 printable ASCII characters/],
    ["with an unknown flag", ["--readonly"], { INSTANTLY_API_KEY: "secret-x" }, /--readonly is unknown/],
    ["with a key as an argument", ["secret-x"], {}, /a key belongs in INSTANTLY_API_KEY/],
    [
      "with its key as another setting",
      ["--allow", "secret-0123456789"],
      { INSTANTLY_API_KEY: "secret-0123456789" },
      /there is no tool "\[redacted\]"/,
    ],
    [
      "with a long key as a host name",
      ["--http", "--allowed-hosts", `secret_${"0123456789".repeat(10)}`],
      { INSTANTLY_API_KEY: `secret_${"0123456789".repeat(10)}` },
      /found "\[redacted\]"/,
    ],
    ["with an unknown tool", ["--allow", "send_email"], {}, /there is no tool "send_email"/],
    [
      "with certificates that are not checked",
      [],
      { INSTANTLY_API_KEY: "secret-x", NODE_TLS_REJECT_UNAUTHORIZED: "0" },
      /NODE_TLS_REJECT_UNAUTHORIZED=0 would send the key/,
    ],
    [
      "with a base URL over plain HTTP",
      [],
      { INSTANTLY_API_KEY: "secret-x", INSTANTLY_BASE_URL: "http://example.com" },
      /INSTANTLY_BASE_URL: expected an https origin/,
    ],
    ["on all addresses without names", ["--http", "--host", "0.0.0.0"], {}, /needs --allowed-hosts/],
    [
      "with a key of the server and no token",
      ["--http", "--port", "0"],
      { INSTANTLY_API_KEY: "secret-x" },
      /set INSTANTLY_MCP_TOKEN, too, or unset it/,
    ],
    [
      "with a short token",
      ["--http", "--port", "0"],
      { INSTANTLY_API_KEY: "secret-x", INSTANTLY_MCP_TOKEN: "secret-token" },
      /INSTANTLY_MCP_TOKEN: expected at least 32 characters/,
    ],
    [
      "with a token that no header can have",
      ["--http", "--port", "0"],
      { INSTANTLY_API_KEY: "secret-x", INSTANTLY_MCP_TOKEN: "secret token of the server, long enough" },
      /INSTANTLY_MCP_TOKEN: expected at least 32 characters, ASCII and without spaces/,
    ],
    [
      "with a token and no key",
      ["--http", "--port", "0"],
      { INSTANTLY_MCP_TOKEN: "secret-token-of-the-server-that-is-long-enough" },
      /INSTANTLY_MCP_TOKEN is set, which guards a key of the server: set INSTANTLY_API_KEY, too/,
    ],
    [
      "without its Redis",
      ["--sandbox", "--redis", "redis://:secret-password@127.0.0.1:9"],
      {},
      /--redis: cannot connect \(ECONNREFUSED\)/,
    ],
  ])("does not start %s, says why, and shows no secret", async (_, args, env, message) => {
    const { code, stdout, stderr } = await runMcp(args, env, `${handshake}\n`);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^modulex-instantly-mcp: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("secret");
  });

  test("writes only protocol to stdout, and ends when stdin ends", async () => {
    const { code, stdout, stderr } = await runMcp(["--sandbox"], {}, `${handshake}\nnot a message\n{}\n`);
    const messages = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(messages.map(({ jsonrpc }) => jsonrpc)).toEqual(messages.map(() => "2.0"));
    expect(messages.length).toBeGreaterThan(0);
    expect([code, stderr]).toEqual([0, ""]);
  });
});

describe("the server over HTTP", () => {
  test("finishes the calls in progress when it is stopped, and ends with code 0", async () => {
    const api = await startKeyApi();
    const server = await startHttpMcp([], { INSTANTLY_BASE_URL: api.url });
    api.respondWith({ status: 429, headers: { "retry-after": "1" } });
    const call = postMcp(
      server.url,
      "tools/call",
      { name: "list_campaigns", arguments: {} },
      { authorization: "Bearer key-of-a-workspace" },
    );
    await expect.poll(() => api.arrivals.size).toBe(1);
    const stopped = server.stop();
    expect((await call).message.result).toMatchObject({ isError: false });
    expect(await stopped).toBe(0);
    await api.close();
  });

  test("uses its own key for requests with its token", async () => {
    const api = await startKeyApi();
    const token = "token-of-this-server-0123456789abcdef";
    const env = { INSTANTLY_BASE_URL: api.url, INSTANTLY_API_KEY: "key-of-the-server", INSTANTLY_MCP_TOKEN: token };
    const server = await startHttpMcp([], env);
    const call = { name: "list_campaigns", arguments: {} };
    const bearer = { authorization: `Bearer ${token}` };
    expect((await postMcp(server.url, "tools/call", call, bearer)).message.result).toMatchObject({ isError: false });
    for (const headers of [
      {},
      { authorization: "Bearer key-of-the-server" },
      { ...bearer, "x-instantly-api-key": "x" },
    ]) {
      expect((await postMcp(server.url, "tools/call", call, headers as Record<string, string>)).status).toBe(401);
    }
    expect([...api.arrivals.keys()]).toEqual(["key-of-the-server"]);
    await server.stop();
    await api.close();
  });

  test("accepts the names in --allowed-hosts and the pages in --allowed-origins, and no others", async () => {
    const names = [
      "--allowed-hosts",
      "mcp.example.com,mcp.example.com:9000",
      "--allowed-origins",
      "https://app.example.com",
    ];
    const server = await startHttpMcp(["--sandbox", ...names]);
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await postMcp(server.url, "tools/list", {}, headers)).status;
    expect(await status({ host: "mcp.example.com" })).toBe(200);
    expect(await status({ host: "MCP.example.com:9000" })).toBe(200);
    expect(await status({ host: "mcp.example.com", origin: "https://app.example.com" })).toBe(200);
    expect(await status({ host: "mcp.example.com", origin: "https://mcp.example.com" })).toBe(200);
    expect(await status({ host: "mcp.example.com", origin: "https://other.example.com" })).toBe(403);
    expect(await status({ host: "127.0.0.1" })).toBe(403);
    expect((await send(server.url.replace("/mcp", "/healthz"), {}, undefined, "GET")).status).toBe(200);
    await server.stop();
  });

  test("lets the scripts of an allowed page call, and no others", async () => {
    const server = await startHttpMcp(["--sandbox", "--allowed-origins", "https://app.example.com"]);
    const granted = async (origin: string, method: string, headers: Record<string, string> = {}) => {
      const body = method === "POST" ? JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }) : undefined;
      const response = await send(server.url, { origin, ...headers }, body, method);
      return [
        response.status,
        response.headers["access-control-allow-origin"],
        response.headers["access-control-allow-headers"],
      ];
    };
    const json = { "content-type": "application/json", accept: "application/json, text/event-stream" };
    const asked = { "access-control-request-method": "POST", "access-control-request-headers": "authorization" };
    const page = "https://app.example.com";
    const names = expect.stringMatching(/authorization.*mcp-protocol-version.*x-instantly-api-key.*x-mcp-readonly/);
    expect(await granted(page, "OPTIONS", asked)).toEqual([204, page, names]);
    expect(await granted(page, "POST", json)).toEqual([200, page, names]);
    // A page also has to read why it was refused.
    expect(await granted(page, "POST", { ...json, "x-mcp-readonly": "yes" })).toEqual([400, page, names]);
    expect(await granted(page, "OPTIONS")).toEqual([405, page, names]);
    expect(await granted("https://app.example.com.evil.example", "OPTIONS", asked)).toEqual([
      403,
      undefined,
      undefined,
    ]);
    expect(await granted("http://localhost:3000", "OPTIONS", asked)).toEqual([405, undefined, undefined]);
    expect((await granted(page, "OPTIONS", { ...asked, host: "evil.example" }))[0]).toBe(403);
    await server.stop();
  });
});
