import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** Runs a script in the environment of the tests. */
async function run(script: string): Promise<{ readonly code: number; readonly stdout: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = error as { readonly code: number; readonly stdout: string };
    return { code, stdout };
  }
}

test.each([
  ["fetch", 'await fetch("https://api.instantly.ai/api/v2/campaigns")'],
  ["an address", 'await fetch("http://192.0.2.1/")'],
  [
    "node:https",
    'const { get } = await import("node:https"); await new Promise((_, no) => get("https://192.0.2.1/").on("error", no))',
  ],
  [
    "node:net",
    'const { connect } = await import("node:net"); await new Promise((_, no) => connect(80, "192.0.2.1").on("error", no))',
  ],
])("a connection to another machine is rejected, and the process fails: %s", async (_, connecting) => {
  const script = `try { ${connecting} } catch (error) { console.log(String(error.cause ?? error)) }`;
  expect(await run(script)).toEqual({
    code: 1,
    stdout: expect.stringMatching(/only connect to this machine, not to (?:api\.instantly\.ai|192\.0\.2\.1)\./),
  });
});

test.each(["127.0.0.1", "localhost"])("a connection to %s is made", async (host) => {
  const server = createServer((_, response) => response.end("here"));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { readonly port: number };
  const script = `console.log(await (await fetch("http://${host}:${port}")).text())`;
  expect(await run(script)).toEqual({ code: 0, stdout: "here\n" });
  await new Promise((resolve) => server.close(resolve));
});
