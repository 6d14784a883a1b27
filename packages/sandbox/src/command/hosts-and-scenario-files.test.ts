import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { exported, killAll, run, STOPPED } from "../../tests/run-bin.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sandbox-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(killAll);

describe("the command", () => {
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
});
