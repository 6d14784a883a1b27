import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createSandbox } from "./create-sandbox.ts";

const packageFolder = path.resolve(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as {
  readonly version: string;
  readonly bin: { readonly "modulex-instantly-sandbox": string };
};
const bin = path.join(packageFolder, manifest.bin["modulex-instantly-sandbox"]);
const folder = mkdtempSync(path.join(tmpdir(), "sandbox-bin-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command that is told to stop exits with; Windows has no signals and ends it at once. */
const STOPPED = process.platform === "win32" ? null : 0;

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...words: readonly string[]): { child: ChildProcess; greeted: Promise<string>; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [bin, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const exit = once(child, "exit").finally(() => running.delete(child));
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = Promise.all([exit, outputs]).then(([[code], [stdout, stderr]]) => ({ code, stdout, stderr }) as Ended);
  let printed = "";
  const greeted = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      printed += part;
      if (printed.includes("/_sandbox/outbox\n")) resolve(printed);
    });
    ended.then(({ stderr }) => reject(new Error(`it ended without a greeting: ${stderr}`)), reject);
  });
  greeted.catch(() => {});
  return { child, greeted, ended };
}

const exported = (startupMessage: string, name: string): string =>
  new RegExp(`^export ${name}=(\\S+)$`, "m").exec(startupMessage)?.[1] ?? "";

describe("the command", () => {
  it("prints its URL, the environment variables for a client, and keys with the described scopes", async () => {
    const { child, greeted, ended } = run("--scenario", "replies");
    const startupMessage = await greeted;
    const url = exported(startupMessage, "INSTANTLY_BASE_URL");
    expect(new URL(url).origin).toBe(url);
    const keys = [...startupMessage.matchAll(/^ {2}(\w+) +(sbx_\w+) {2}/gm)].map(
      ([, name, key]) => [name, key] as const,
    );
    expect(keys.map(([name]) => name)).toEqual(["full", "readOnly", "unpaid", "revoked"]);
    expect(keys[0]?.[1]).toBe(exported(startupMessage, "INSTANTLY_API_KEY"));
    const statuses = keys.map(async ([, key]) => {
      const read = await fetch(`${url}/api/v2/emails`, { headers: { authorization: `Bearer ${key}` } });
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
      const write = await fetch(`${url}/api/v2/lead-lists`, { method: "POST", headers, body: '{"name":"List"}' });
      return [read.status, write.status];
    });
    expect(await Promise.all(statuses)).toEqual([
      [200, 200],
      [200, 403],
      [402, 402],
      [401, 401],
    ]);
    const { mails } = (await (await fetch(`${url}/_sandbox/outbox`)).json()) as { mails: unknown[] };
    expect(mails.length).toBeGreaterThan(5);
    // A reset returns to the scenario, not to an empty workspace.
    await fetch(`${url}/_sandbox/state`, { method: "POST", body: '{"reset":true}' });
    expect(await (await fetch(`${url}/_sandbox/outbox`)).json()).toMatchObject({ mails });
    expect([...startupMessage].filter((letter) => letter !== "\n" && (letter < " " || letter > "~"))).toEqual([]);
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: STOPPED, stdout: startupMessage, stderr: "" });
  });

  it("stops immediately on a signal, even while a call is delayed", async () => {
    const { child, greeted, ended } = run();
    const startupMessage = await greeted;
    const url = exported(startupMessage, "INSTANTLY_BASE_URL");
    const faults = `${url}/_sandbox/faults`;
    const body = '{"fault":{"kind":"delay","delayMs":600000}}';
    await fetch(faults, { method: "POST", headers: { "content-type": "application/json" }, body });
    const headers = { authorization: `Bearer ${exported(startupMessage, "INSTANTLY_API_KEY")}` };
    const call = fetch(`${url}/api/v2/campaigns`, { headers }).catch(() => "closed");
    await expect.poll(async () => (await fetch(faults)).json()).toEqual({ pending: [] });
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
    expect(await call).not.toMatchObject({ ok: true });
  });

  it("accepts port, host, mode and seed", async () => {
    const first = run("--seed", "seven", "--host", "localhost", "--mode", "document");
    const startupMessage = await first.greeted;
    expect(startupMessage).toContain("mode document, seed seven");
    const full = exported(startupMessage, "INSTANTLY_API_KEY");
    expect(full).toBe(createSandbox({ seed: "seven" }).keys.full);
    const { port } = new URL(exported(startupMessage, "INSTANTLY_BASE_URL"));
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(STOPPED);
    const second = run("--port", port);
    expect(exported(await second.greeted, "INSTANTLY_BASE_URL")).toBe(`http://127.0.0.1:${port}`);
    second.child.kill("SIGTERM");
    expect((await second.ended).code).toBe(STOPPED);
  });

  it("listens on all addresses for its allowed hosts, with a warning", async () => {
    const { child, greeted, ended } = run("--host", "0.0.0.0", "--allowed-hosts", "sandbox,ci.example.com", "--no-ui");
    const { port } = new URL(exported(await greeted, "INSTANTLY_BASE_URL"));
    const ask = (host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const asked = request({ host: "127.0.0.1", port, path: "/_sandbox/clock", headers: { host } });
        asked.on("error", reject).on("response", (response) => resolve(response.resume().statusCode ?? 0));
        asked.end();
      });
    expect(await Promise.all(["sandbox:4020", "ci.example.com", "evil.test"].map(ask))).toEqual([200, 200, 403]);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    child.kill("SIGTERM");
    const { code, stderr } = await ended;
    expect(code).toBe(STOPPED);
    expect(stderr).toMatch(
      /^modulex-instantly-sandbox: warning: it listens on 0\.0\.0\.0\. Everybody .* calls it sandbox or ci\.example\.com can read its emails and keys, and move its clock\.\n$/,
    );
  });

  it("starts with a scenario file, and names the line of a mistake in it", async () => {
    const file = path.join(folder, "mine.yaml");
    writeFileSync(file, 'title: Mine\nlead_lists: ["Clinics"]\n');
    const { child, greeted, ended } = run("--scenario", file);
    const startupMessage = await greeted;
    expect(startupMessage).toContain(`scenario ${file}`);
    const url = exported(startupMessage, "INSTANTLY_BASE_URL");
    expect(await (await fetch(`${url}/_sandbox/state`)).text()).toContain('"lead_lists": 1');
    child.kill("SIGTERM");
    expect((await ended).code).toBe(STOPPED);
    writeFileSync(file, "title: Mine\nlead_list: []\n");
    const { code, stderr } = await run("--scenario", file).ended;
    expect([code, stderr]).toEqual([
      1,
      `modulex-instantly-sandbox: ${file}:2: lead_list: is unknown; did you mean "lead_lists"?\n`,
    ]);
  });

  it("continues from its snapshot, which a scenario does not overwrite", async () => {
    const words = ["--snapshot", path.join(folder, "kept.snapshot"), "--scenario", "outreach"];
    const first = run(...words);
    const startupMessage = await first.greeted;
    const headers = {
      authorization: `Bearer ${exported(startupMessage, "INSTANTLY_API_KEY")}`,
      "content-type": "application/json",
    };
    const body = JSON.stringify({ name: "Berlin founders" });
    const lists = `${exported(startupMessage, "INSTANTLY_BASE_URL")}/api/v2/lead-lists`;
    expect((await fetch(lists, { method: "POST", headers, body })).status).toBe(200);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = run(...words);
    const url = exported(await second.greeted, "INSTANTLY_BASE_URL");
    const { items } = (await (await fetch(`${url}/api/v2/lead-lists`, { headers })).json()) as { items: object[] };
    expect(items).toEqual([
      expect.objectContaining({ name: "Berlin founders" }),
      expect.objectContaining({ name: "Clinics, autumn" }),
    ]);
    second.child.kill("SIGTERM");
    expect(await second.ended).toMatchObject({ code: STOPPED, stderr: "" });
  });

  it("prints its options, which the README lists too, and its version", async () => {
    const help = await run("--help").ended;
    expect(help).toMatchObject({ code: 0, stderr: "" });
    const readme = readFileSync(path.join(packageFolder, "README.md"), "utf8");
    const options = help.stdout.match(/--\w[\w-]*/g) ?? [];
    expect(options).toHaveLength(11);
    for (const option of options) expect(readme).toContain(option);
    expect(await run("-v").ended).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });
});

describe("invalid arguments print one line and exit with 2", () => {
  it.each([
    [["--prot", "1"], '--prot is unknown; did you mean "--port"?'],
    [["--verbosely-so"], "--verbosely-so is unknown; known are --port, --host, --mode"],
    [["start"], 'unexpected "start"'],
    [["--port"], "--port <value>' argument missing"],
    [["--port", "http"], '--port: expected a whole number from 0 to 65535, found "http"'],
    [["--port", "65536"], "--port: expected a whole number from 0 to 65535, found 65536"],
    [["--host", "0.0.0.0"], "--host: expected a loopback address (127.0.0.1, ::1, localhost)"],
    [["--mode", "documents"], 'found "documents"; did you mean "document"?'],
    [["--snapshot", ""], "--snapshot: expected the path of a file"],
    [["--scenario", "replys"], "one of empty, outreach, replies, pages, found"],
    [["--host", "0.0.0.0"], "another address needs --allowed-hosts, the names under which it is called"],
    [["--host", "0.0.0.0", "--allowed-hosts", "*"], "--allowed-hosts: expected host names such as"],
    [["--allowed-hosts", "sandbox,"], '--allowed-hosts: expected host names such as "sandbox"'],
    [["--open", "--no-ui"], "--open: not allowed with --no-ui"],
    [["--no-uu"], '--no-uu is unknown; did you mean "--no-ui"?'],
  ])("%j", async (words, said) => {
    const { code, stdout, stderr } = await run(...words).ended;
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/^modulex-instantly-sandbox: .+\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("a sandbox that cannot start prints one line and exits with 1", () => {
  const refused = async (said: string, ...words: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await run(...words).ended;
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/^modulex-instantly-sandbox: .+\n$/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  };

  it("with a port in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    await refused(`port: ${port} is already in use on 127.0.0.1`, "--port", port);
    server.close();
  });

  it("with a corrupt snapshot, which is not modified", async () => {
    const file = path.join(folder, "broken.snapshot");
    writeFileSync(file, "not a snapshot\n");
    await refused(`${file} is invalid and was not modified`, "--snapshot", file, "--scenario", "empty");
    expect(readFileSync(file, "utf8")).toBe("not a snapshot\n");
  });

  it("with a snapshot of another sandbox, which continues to run", async () => {
    const words = ["--snapshot", path.join(folder, "shared.snapshot")];
    const { child, greeted, ended } = run(...words);
    const url = exported(await greeted, "INSTANTLY_BASE_URL");
    await refused(`it is kept by another sandbox in process ${child.pid} since `, ...words);
    const body = '{"advance":"1d"}';
    const headers = { "content-type": "application/json" };
    expect((await fetch(`${url}/_sandbox/clock`, { method: "POST", headers, body })).status).toBe(200);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(STOPPED);
  });

  it("with a snapshot file that cannot be written", async () => {
    const file = path.join(folder, "missing", "state.snapshot");
    await refused(`${file} cannot be written`, "--snapshot", file);
    expect(existsSync(path.dirname(file))).toBe(false);
  });
});
