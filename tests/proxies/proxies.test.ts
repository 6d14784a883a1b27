import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Sandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeBlocks } from "../docs/code-block.ts";
import { compileBlocks } from "../docs/compile-blocks.ts";
import { makeCertificate } from "../faults/server/certificate.ts";
import { root } from "../meta/source-files.ts";
import type { ProxyMode } from "./proxy-server.ts";
import { startProxy } from "./proxy-server.ts";

// The programs of docs/proxies.md, run behind a proxy. tests/docs runs them without one.

const folder = path.join(root, "tests/.reports/proxies");
const certificate = makeCertificate(["127.0.0.1"]);
const certificateFile = path.join(root, "tests/.reports/proxy-certificate.pem");
const page = "docs/proxies.md";
const blocks = codeBlocks(page, readFileSync(path.join(root, page), "utf8")).filter(
  ({ language }) => language === "ts",
);
const scripts: Record<"global" | "own" | "environment", string> = { global: "", own: "", environment: "" };

beforeAll(async () => {
  const [first, second] = blocks;
  if (!first || !second) throw new Error(`${page} has ${blocks.length} programs`);
  // What Node's own setting needs: the first program without undici.
  const code = first.code.replace(/^import .* from "undici";\n/m, "").replace(/^setGlobalDispatcher.*\n/m, "");
  expect(code).not.toBe(first.code);
  const compiled = await compileBlocks(root, folder, [first, second, { ...first, code }]);
  expect(compiled.flatMap(({ problems }) => problems)).toEqual([]);
  [scripts.global, scripts.own, scripts.environment] = compiled.map(({ script }) => script) as [string, string, string];
  mkdirSync(path.dirname(certificateFile), { recursive: true });
  writeFileSync(certificateFile, certificate.cert);
});
afterAll(() => rmSync(certificateFile, { force: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  /** The requests that the proxy saw. */
  readonly proxied: readonly string[];
  /** How many requests reached the API. */
  readonly reached: number | undefined;
  readonly stored: number | undefined;
}

async function run(
  script: string,
  mode: ProxyMode | "down",
  { tls = false, env = {} }: { readonly tls?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const sandbox = await startSandbox();
  const proxy = await startProxy(mode === "down" ? "pass" : mode);
  if (mode === "down") proxy.close();
  const https = tls ? await startHttps(sandbox) : undefined;
  try {
    const { PATH, HOME, NODE_OPTIONS } = process.env;
    const own = { INSTANTLY_API_KEY: sandbox.keys.full, INSTANTLY_BASE_URL: https?.url ?? sandbox.url };
    const proxies = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificateFile };
    const child = spawn(process.execPath, [script], { env: { PATH, HOME, NODE_OPTIONS, ...own, ...proxies, ...env } });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    const [code] = await once(child, "close");
    const { requests, effects } = sandbox.journal().operations.createLeadList ?? {};
    return { code, stdout: stdout.trimEnd(), proxied: proxy.requests, reached: requests, stored: effects };
  } finally {
    https?.close();
    proxy.close();
    await sandbox.close();
  }
}

/** Puts a sandbox behind HTTPS. */
async function startHttps(sandbox: Sandbox): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(certificate, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", headers, url = "" } = request;
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
    const { authorization = "", "content-type": type = "" } = headers;
    const sent = { method, headers: { authorization, "content-type": type }, ...body };
    const received = await sandbox.fetch(`http://sandbox${url}`, sent);
    response.writeHead(received.status, { "content-type": "application/json" }).end(await received.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe.each(["global", "own"] as const)("with undici's agent (%s)", (name) => {
  test.each([{ tls: false }, { tls: true }])("the call goes through the proxy (TLS: $tls)", async ({ tls }) => {
    const { code, stdout, proxied, stored } = await run(scripts[name], "pass", { tls });
    expect([code, stdout, stored]).toEqual([0, "created Berlin founders", 1]);
    expect(proxied).toEqual([expect.stringMatching(/^CONNECT 127\.0\.0\.1:\d+$/)]);
  });

  test("hosts in NO_PROXY are called directly", async () => {
    const { stdout, proxied } = await run(scripts[name], "pass", { env: { NO_PROXY: "127.0.0.1" } });
    expect([stdout, proxied]).toEqual(["created Berlin founders", []]);
  });
});

describe("what is known about a failed write behind a proxy", () => {
  test.each<[ProxyMode | "down", boolean, string, number]>([
    ["down", false, "network not_sent", 0],
    ["refuse", false, "network not_sent", 0],
    ["refuse", true, "network not_sent", 0],
    ["cut_handshake", true, "network not_sent", 0],
    ["cut", false, "network unknown", 1],
    ["cut_response", true, "network unknown", 1],
  ])("%s, TLS %s: %s", async (mode, tls, known, reached) => {
    const result = await run(scripts.global, mode, { tls });
    expect(result).toMatchObject({ code: 0, stdout: known, reached, stored: reached });
  });
});

test("NODE_USE_ENV_PROXY does it without undici on the versions that know it, and earlier ones ignore it", async () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isKnown = major >= 24 || (major === 22 && minor >= 21);
  const env = { NODE_USE_ENV_PROXY: "1" };
  const passed = await run(scripts.environment, "pass", { tls: true, env });
  expect([passed.stdout, passed.proxied.length]).toEqual(["created Berlin founders", isKnown ? 1 : 0]);
  const refused = await run(scripts.environment, "refuse", { tls: true, env });
  expect(refused).toMatchObject(
    isKnown ? { stdout: "network not_sent", reached: 0 } : { stdout: "created Berlin founders", reached: 1 },
  );
});
