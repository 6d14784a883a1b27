import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { makeCertificate } from "../faults/server/certificate.ts";
import type { FaultServer, Script } from "../faults/server/fault-server.ts";
import { startFaultServer } from "../faults/server/fault-server.ts";
import { head, json } from "../faults/server/response-bytes.ts";

// What the transport for Node does to its process, and what the options of a process do to the transport.

const program = fileURLToPath(new URL("./processes/transport.mjs", import.meta.url));
const servers: FaultServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serving(script: Script, isSecure = false): Promise<FaultServer> {
  const server = await startFaultServer(script, isSecure ? makeCertificate(["127.0.0.1"]) : undefined);
  servers.push(server);
  return server;
}

async function run(origin: string, flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...flags, program, origin], { env: { PATH, HOME, ...env } });
  const exited = once(child, "exit");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { code, stdout: stdout.trim(), stderr };
}

test("a kept connection does not keep the process alive", async () => {
  let served: Socket | undefined;
  let isExpired = false;
  const server = await serving({
    request({ socket, reply }) {
      served = socket;
      reply(json(200, { id: "lead-1" }, [["keep-alive", "timeout=600"]]));
      // The transport itself keeps connections for 4 seconds.
      setTimeout(() => {
        isExpired = true;
      }, 3_500).unref();
    },
  });
  expect(await run(server.origin)).toEqual({ code: 0, stdout: "lead-1", stderr: "" });
  expect(served).toBeDefined();
  expect(isExpired).toBe(false);
});

test("a call without a response keeps the process alive", async () => {
  const server = await serving({ request: ({ reply, later }) => later(2_000, () => reply(json(200, { id: "late" }))) });
  expect(await run(server.origin)).toEqual({ code: 0, stdout: "late", stderr: "" });
});

test("a body that has not arrived keeps the process alive", async () => {
  const body = JSON.stringify({ id: "late" });
  const server = await serving({
    request({ socket, later }) {
      socket.write(head(200, [["content-length", body.length]]));
      later(2_000, () => void socket.write(body));
    },
  });
  expect(await run(server.origin)).toEqual({ code: 0, stdout: "late", stderr: "" });
});

const body = JSON.stringify({ id: "lead-1" });
const lenient: Readonly<Record<string, string>> = {
  "both a length and chunks": `HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  "a null byte in a header": `HTTP/1.1 200 OK\r\nx-a: b\0c\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  "headers of 100 kB":
    head(200, [
      ["x-a", "a".repeat(100_000)],
      ["content-length", body.length],
    ]) + body,
};
// `--max-http-header-size` raises the limit of Node's fetch, too.
const FLAGS = ["--insecure-http-parser", "--max-http-header-size=1000000"];

test.each(Object.entries(lenient))("options of the process do not make it accept %s", async (_, response) => {
  const server = await serving({ request: ({ socket }) => void socket.end(response, "latin1") });
  const { code, stdout, stderr } = await run(server.origin, FLAGS);
  expect([code, stdout, stderr.replaceAll(/\(node:\d+\) Warning: .*\n|\(Use `node .*\n/g, "")]).toEqual([
    0,
    expect.stringMatching(/^invalid_response: /),
    "",
  ]);
});

test("options of the process do not make it accept an invalid certificate", async () => {
  const server = await serving({ request: ({ reply }) => reply(json(200, { id: "lead-1" })) }, true);
  const { stdout } = await run(server.origin, [], { NODE_TLS_REJECT_UNAUTHORIZED: "0" });
  expect(stdout).toMatch(/^tls: .*(SELF_SIGNED|UNABLE_TO_VERIFY)/);
  expect(server.begun).toBe(0);
});
