import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { exported, killAll, run, STOPPED } from "../tests/run-bin.ts";
import { createSandbox } from "./create-sandbox.ts";

const packageFolder = path.resolve(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as {
  readonly version: string;
};
const folder = mkdtempSync(path.join(tmpdir(), "sandbox-bin-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(killAll);

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
