import { describe, expect, test } from "vitest";
import { commandOptions } from "./command-options.ts";

const read = (words: string, environment: Readonly<Record<string, string>> = {}) =>
  commandOptions(words === "" ? [] : words.split(" "), environment);

describe("the settings", () => {
  test("default to reading over stdio, with a person for every send", () => {
    expect(read("")).toEqual({
      help: false,
      version: false,
      allow: [],
      confirm: "person",
      schemas: "lean",
      sandbox: false,
      scenario: "replies",
      http: false,
      host: "127.0.0.1",
      port: 8787,
      allowedHosts: [],
      allowedOrigins: [],
      redis: undefined,
      maxBodyKb: 1024,
      afterMail: "every-write",
      repliesPerHour: undefined,
      activationsPerHour: undefined,
      maxDeletes: undefined,
    });
  });

  test("are read from flags and from the environment; flags take precedence, and an empty variable is not set", () => {
    const environment = {
      INSTANTLY_MCP_ALLOW: "create_lead",
      INSTANTLY_MCP_HTTP: "true",
      INSTANTLY_MCP_PORT: "9000",
      INSTANTLY_MCP_ALLOWED_HOSTS: "MCP.example.com, mcp.example.com:8443",
      INSTANTLY_MCP_REDIS: " ",
      INSTANTLY_MCP_TOKEN: "t".repeat(32),
    };
    expect(read("--port 0 --confirm two-step", environment)).toMatchObject({
      allow: ["create_lead"],
      http: true,
      port: 0,
      confirm: "two-step",
      allowedHosts: ["mcp.example.com", "mcp.example.com:8443"],
      redis: undefined,
    });
  });

  test.each<[string, RegExp]>([
    ["--alow create_lead", /^--alow is unknown \(did you mean "--allow"\?\)$/],
    ["--read-only", /^--read-only is unknown; the flags are --allow, /],
    ["--allow create_leads", /--allow: there is no tool "create_leads" \(did you mean "create_lead"\?\)/],
    ["--allow all", /--allow: there is no tool "all"/],
    ["--allow create_lead,,get_lead", /--allow: expected tool names separated by commas/],
    ["--allow=", /--allow: expected a value/],
    ["--allow", /--allow/],
    ["--allow create_lead --allow get_lead", /--allow is given more than once/],
    ["--confirm of", /--confirm: expected person, two-step, off, found "of" \(did you mean "off"\?\)/],
    ["--schemas Full", /--schemas: expected lean, full, found "Full" \(did you mean "full"\?\)/],
    ["--http --port 99999", /--port: expected a whole number from 0 to 65535/],
    ["--http --port 8o80", /--port: expected a whole number/],
    ["--port 8080", /--port needs --http/],
    ["--host 127.0.0.1", /--host needs --http/],
    ["--http --host 0.0.0.0", /--host 0\.0\.0\.0 needs --allowed-hosts/],
    ["--http --host 0.0.0.0 --allowed-hosts *", /--allowed-hosts: expected host names .* found "\*"/],
    [
      "--http --allowed-hosts mcp.example.com:99999",
      /--allowed-hosts: expected host names .* found "mcp.example.com:99999"/,
    ],
    ["--http --allowed-hosts https://mcp.example.com", /--allowed-hosts: expected host names/],
    ["--http --allowed-origins mcp.example.com", /--allowed-origins: expected origins such as/],
    ["--http --allowed-origins https://app.example.com/path", /--allowed-origins: expected origins/],
    ["--scenario outreach", /--scenario needs --sandbox/],
    ["--sandbox --scenario replys", /--scenario: expected .* \(did you mean "replies"\?\)/],
    ["--redis localhost:6379", /--redis: expected a URL such as/],
    ["--replies-per-hour many", /--replies-per-hour: expected a whole number/],
    ["--http=false", /^--http takes no value$/],
    ["--max-deletes -1", /^--max-deletes: expected a value; one that begins with - needs --max-deletes=VALUE$/],
    ["sk-0123456789-my-key", /^unexpected argument without a flag; a key belongs in INSTANTLY_API_KEY$/],
  ])("%s is refused", (words, message) => {
    expect(() => read(words)).toThrow(
      expect.objectContaining({ name: "SettingsError", message: expect.stringMatching(message) }),
    );
  });

  test.each<[string, string, RegExp]>([
    ["INSTANTLY_MCP_ALOW", "x", /INSTANTLY_MCP_ALOW is unknown \(did you mean "INSTANTLY_MCP_ALLOW"\?\)/],
    ["instantly_mcp_allow", "create_lead", /instantly_mcp_allow is unknown \(did you mean "INSTANTLY_MCP_ALLOW"\?\)/],
    [
      "INSTANTLY_MCP_READONLY",
      "true",
      /INSTANTLY_MCP_READONLY is unknown: the server only reads unless INSTANTLY_MCP_ALLOW .*; known are/,
    ],
    [
      "INSTANTLY_MPC_MAX_DELETES",
      "5",
      /INSTANTLY_MPC_MAX_DELETES is unknown \(did you mean "INSTANTLY_MCP_MAX_DELETES"/,
    ],
    ["INSTANTLY_MCPCONFIRM", "person", /did you mean "INSTANTLY_MCP_CONFIRM"/],
    ["INSTANTLY-MCP-ALLOW", "create_lead", /did you mean "INSTANTLY_MCP_ALLOW"/],
    ["INSTANLTY_MCP_MAX_DELETES", "5", /did you mean "INSTANTLY_MCP_MAX_DELETES"/],
    ["NSTANTLY_MCP_CONFIRM", "person", /did you mean "INSTANTLY_MCP_CONFIRM"/],
    ["INSTANTLY_MAX_DELETES", "5", /did you mean "INSTANTLY_MCP_MAX_DELETES"/],
    ["INSTANTLY_SANDBOX", "true", /did you mean "INSTANTLY_MCP_SANDBOX"/],
    ["INSTANTLY_READ_ONLY", "true", /only reads unless INSTANTLY_MCP_ALLOW names a write/],
    ["INSTANTLY_BASEURL", "http://localhost:4010", /did you mean "INSTANTLY_BASE_URL"/],
    ["INSTANTLY_API_URL", "http://localhost:4010", /did you mean "INSTANTLY_BASE_URL"/],
    ["INSTANTLY_MCP_BASE_URL", "http://localhost:4010", /did you mean "INSTANTLY_BASE_URL"/],
    ["INSTANTLY_MCP_API_KEY", "x", /did you mean "INSTANTLY_API_KEY"/],
    ["INSTANTLY_MCP_TOKEN", "x", /^INSTANTLY_MCP_TOKEN needs --http$/],
    ["INSTANTLY_MCP_SANDBOX", "yes", /INSTANTLY_MCP_SANDBOX: expected true or false/],
    ["INSTANTLY_MCP_ALLOW", "create_laed", /there is no tool "create_laed" \(did you mean "create_lead"\?\)/],
  ])("%s=%s is refused", (name, value, message) => {
    expect(() => read("", { [name]: value })).toThrow(message);
  });

  test("of other programs are left alone", () => {
    const others = {
      INSTANTLY_API_KEY: "key",
      INSTANTLY_BASE_URL: "x",
      INSTANTLY_PROFILE: "x",
      MCP_PORT: "x",
      INSTANCE_ID: "x",
    };
    expect(read("", others)).toEqual(read(""));
  });
});
