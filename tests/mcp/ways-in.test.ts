import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { actions } from "@modulex-instantly/actions";
import { Ajv2020 } from "ajv/dist/2020.js";
import { validate } from "dockerfile-utils";
import { parse as parseToml } from "smol-toml";
import { afterAll, describe, expect, test } from "vitest";
import { cleanEnvironment, command } from "./support/mcp-command.ts";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("packages/mcp/package.json"));

/** The tools of a server that allows nothing else. */
const reading: readonly string[] = Object.values(actions).flatMap(({ name, effect }) =>
  effect === "read" ? [name] : [],
);

/** An object with exactly these properties, of which some are optional. */
const closed = (properties: Record<string, object>, ...optional: string[]): object => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const text = { type: "string", minLength: 1 };
const texts = { type: "array", items: text };
const named = (values: object): object => ({ type: "object", minProperties: 1, additionalProperties: values });
const environment = named(text);

/** The shapes that the hosts document. Each is closed, because hosts ignore what they do not know. */
const shapes: Readonly<Record<string, object>> = {
  "Claude Desktop": closed({ mcpServers: named(closed({ command: text, args: texts, env: environment })) }),
  "Claude Code": closed({
    mcpServers: named(closed({ type: { const: "stdio" }, command: text, args: texts, env: environment })),
  }),
  Cursor: closed({ mcpServers: named(closed({ command: text, args: texts, env: environment })) }),
  "VS Code": closed({
    inputs: {
      type: "array",
      items: closed({ type: { const: "promptString" }, id: text, description: text, password: { const: true } }),
    },
    servers: named(closed({ type: { const: "stdio" }, command: text, args: texts, env: environment })),
  }),
  Codex: closed({ mcp_servers: named(closed({ command: text, args: texts, env_vars: texts })) }),
  "Gemini CLI": closed({ mcpServers: named(closed({ command: text, args: texts, env: environment })) }),
};

interface HostServer {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly env_vars?: readonly string[];
}

/** The example of a host in docs/mcp-server.md. */
function exampleOf(host: string): Readonly<Record<string, unknown>> {
  const [, language = "", code = ""] =
    new RegExp(`\\*\\*${host}\\*\\*[^\`]*\`[^\`]+\`[^\`]*\n\`\`\`(\\w+)\n([\\s\\S]*?)\n\`\`\``).exec(
      read("docs/mcp-server.md"),
    ) ?? [];
  return language === "toml" ? parseToml(code) : JSON.parse(code);
}

/** Starts a server as a host would, with the built command instead of the published one, and lists its tools. */
async function toolsOf(program: string, args: readonly string[], env: Record<string, string>): Promise<string[]> {
  const client = new Client({ name: "host", version: "1.0.0" });
  const transport = new StdioClientTransport({ command: program, args: [...args], env: cleanEnvironment(env) });
  await client.connect(transport as Parameters<Client["connect"]>[0]);
  const { tools } = await client.listTools();
  await client.close();
  return tools.map(({ name }) => name);
}

describe.each(Object.keys(shapes))("the example for %s", (host) => {
  test("has the format of the host, and starts the server with one write tool", async () => {
    const example = exampleOf(host);
    const check = new Ajv2020().compile(shapes[host] ?? false);
    expect([check(example), check.errors]).toEqual([true, null]);
    const servers = (example["mcpServers"] ?? example["servers"] ?? example["mcp_servers"]) as Record<
      string,
      HostServer
    >;
    const { instantly } = servers;
    expect(instantly?.command).toBe("npx");
    expect(instantly?.args.slice(0, 2)).toEqual(["-y", manifest.name]);
    expect([...Object.keys(instantly?.env ?? {}), ...(instantly?.env_vars ?? [])]).toEqual(["INSTANTLY_API_KEY"]);
    const args = [command, ...(instantly?.args.slice(2) ?? [])];
    const names = await toolsOf(process.execPath, args, { INSTANTLY_API_KEY: "key-of-a-workspace" });
    expect(names.filter((name) => !reading.includes(name))).toEqual(["create_lead"]);
    expect(names).toEqual(expect.arrayContaining([...reading]));
  });
});

test("every example in docs/mcp-server.md that names a variable of VS Code declares it", () => {
  const { inputs, servers } = exampleOf("VS Code") as { inputs: { id: string }[]; servers: Record<string, HostServer> };
  const used = JSON.stringify(servers).match(/\$\{input:([^}]+)\}/g) ?? [];
  expect(used).toEqual(inputs.map(({ id }) => `\${input:${id}}`));
});

describe("server.json for the MCP registry", () => {
  const server = JSON.parse(read("packages/mcp/server.json"));
  const variable = closed(
    {
      name: { type: "string", pattern: "^INSTANTLY_[A-Z_]+$" },
      description: text,
      isRequired: { type: "boolean" },
      isSecret: { type: "boolean" },
      format: { enum: ["string", "number", "boolean", "filepath"] },
      default: text,
      choices: texts,
    },
    "isSecret",
    "default",
    "choices",
  );

  test("has the shape of its schema", () => {
    const check = new Ajv2020().compile(
      closed({
        $schema: { const: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json" },
        name: { type: "string", minLength: 3, maxLength: 200, pattern: "^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$" },
        title: { type: "string", minLength: 1, maxLength: 100 },
        description: { type: "string", minLength: 1, maxLength: 100 },
        version: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
        repository: closed({ url: text, source: { const: "github" }, subfolder: text }),
        packages: {
          type: "array",
          minItems: 1,
          items: closed({
            registryType: { const: "npm" },
            identifier: text,
            version: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
            runtimeHint: { const: "npx" },
            transport: closed({ type: { const: "stdio" } }),
            environmentVariables: { type: "array", items: variable },
          }),
        },
      }),
    );
    expect([check(server), check.errors]).toEqual([true, null]);
  });

  test("names the package, its version, and only variables that the server reads", async () => {
    expect([server.name, server.version]).toEqual([manifest.mcpName, manifest.version]);
    const [{ identifier, version, environmentVariables }] = server.packages;
    expect([identifier, version]).toEqual([manifest.name, manifest.version]);
    const env = Object.fromEntries(
      environmentVariables.map(({ name }: { readonly name: string }) => [
        name,
        { INSTANTLY_MCP_ALLOW: "create_lead", INSTANTLY_MCP_CONFIRM: "person" }[name] ?? "key-of-a-workspace",
      ]),
    );
    expect(await toolsOf(process.execPath, [command], env)).toContain("create_lead");
  });
});

describe("the .mcpb bundle", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "modulex-instantly-bundle-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is packed, valid for the tool of its format, and lists tools and runs the sandbox when unpacked", async () => {
    const run = promisify(execFile);
    const file = path.join(folder, "server.mcpb");
    const { stdout } = await run(process.execPath, [path.join(root, "scripts/build/pack-mcpb.mjs"), file]);
    expect(stdout).toContain("Manifest schema validation passes!");
    const require = createRequire(import.meta.url);
    const cli = path.join(path.dirname(require.resolve("@anthropic-ai/mcpb")), "cli/cli.js");
    await run(process.execPath, [cli, "unpack", file, path.join(folder, "unpacked")]);
    const {
      version,
      server,
      user_config: settings,
    } = JSON.parse(readFileSync(path.join(folder, "unpacked/manifest.json"), "utf8"));
    expect([version, settings.api_key.sensitive]).toEqual([manifest.version, true]);
    const values: Readonly<Record<string, string>> = { api_key: "key-of-a-workspace", allow: "create_lead" };
    const filled = JSON.stringify(server.mcp_config)
      .replaceAll(/\$\{user_config\.(\w+)\}/g, (_, name: string) => values[name] ?? "")
      .replaceAll(/\$\{__dirname\}/g, path.join(folder, "unpacked"));
    const { args, env } = JSON.parse(filled) as HostServer;
    expect(await toolsOf(process.execPath, args, { ...env })).toContain("create_lead");
    // A host passes an optional setting that is not set as an empty variable.
    expect(await toolsOf(process.execPath, args, { ...env, INSTANTLY_MCP_ALLOW: "" })).toEqual(reading);
    expect(await toolsOf(process.execPath, [...args, "--sandbox"], {})).toEqual(reading);
  });
});

describe("the Dockerfile", () => {
  const file = read("packages/mcp/Dockerfile");
  const lines = file.replaceAll("\\\n", " ").split("\n");
  const last = (instruction: string): string =>
    lines.findLast((line) => line.startsWith(`${instruction} `))?.slice(instruction.length + 1) ?? "";

  test("has no finding of the linter", () => {
    expect(validate(file).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test("starts the published version as an ordinary user, and holds no secret", () => {
    expect(last("FROM")).toMatch(/^node:\d+\.\d+\.\d+-alpine\d+\.\d+$/);
    expect(last("ARG")).toBe(`VERSION=${manifest.version}`);
    expect(last("RUN")).toContain(`"${manifest.name}@\${VERSION}"`);
    expect(last("USER")).toBe("node");
    expect(JSON.parse(last("ENTRYPOINT"))).toEqual(Object.keys(manifest.bin));
    expect(file).toContain("/healthz");
    expect(file).not.toMatch(/API_KEY|TOKEN/);
  });
});
