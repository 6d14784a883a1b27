import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const dist = path.resolve(import.meta.dirname, "../../dist/index.js");

/** Loaded first: whatever would leave the process is noted and stopped. Looking up the own address, to listen, is not. */
const guard = `
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import childProcess from "node:child_process";
globalThis.attempts = [];
const stop = (what) => { globalThis.attempts.push(what); throw new Error("stopped: " + what); };
net.Socket.prototype.connect = () => stop("connect");
dgram.Socket.prototype.send = () => stop("send");
dgram.Socket.prototype.connect = () => stop("connect udp");
childProcess.spawn = childProcess.execFile = childProcess.fork = childProcess.exec = () => stop("process");
for (const api of [dns, dns.promises]) {
  for (const name of Object.keys(api).filter((each) => /^(lookup|resolve|reverse)/.test(each))) {
    const original = api[name];
    api[name] = (host, ...rest) =>
      ["127.0.0.1", "localhost", "::1"].includes(host) ? original.call(api, host, ...rest) : stop("dns");
  }
}
syncBuiltinESMExports();
`;

/** A whole outreach with everything that mails, through the API and the controls, beside a server that listens. */
const rehearsal = `
import { startSandbox } from ${JSON.stringify(dist)};
const sandbox = await startSandbox();
const call = async (method, path, body) => {
  const headers = { authorization: "Bearer " + sandbox.keys.full };
  if (body !== undefined) headers["content-type"] = "application/json";
  const response = await sandbox.fetch(sandbox.url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(path + ": " + response.status + " " + (await response.text()));
  return response.json();
};
await call("POST", "/_sandbox/state", { scenario: "outreach" });
const { items: [campaign] } = await call("GET", "/api/v2/campaigns");
await call("POST", "/api/v2/leads", { campaign: campaign.id, email: "reply+interested+gmail@gmail.com" });
await call("POST", "/api/v2/campaigns/" + campaign.id + "/activate");
await call("POST", "/_sandbox/clock", { advance: "3d" });
const { items: [mail] } = await call("GET", "/api/v2/emails?email_type=received");
await call("POST", "/api/v2/emails/reply", {
  reply_to_uuid: mail.id, eaccount: mail.eaccount, subject: mail.subject,
  body: { html: '<img src="https://example.com/pixel.gif">Thursday?' },
});
await call("POST", "/api/v2/leads/update-interest-status", { lead_email: mail.lead, interest_value: 2 });
await call("POST", "/_sandbox/faults", { operation: "*", fault: { kind: "html_page" } });
await sandbox.fetch(sandbox.url + "/api/v2/campaigns", { headers: { authorization: "Bearer " + sandbox.keys.full } });
await call("POST", "/_sandbox/clock", { runUntilIdle: true });
const { mails } = await call("GET", "/_sandbox/outbox");
await sandbox.close();
console.log(JSON.stringify({ mails: mails.length, attempts: globalThis.attempts }));
`;

async function guarded(program: string): Promise<{ attempts: string[]; mails?: number }> {
  const load = `data:text/javascript,${encodeURIComponent(guard)}`;
  const words = ["--import", load, "--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as { attempts: string[]; mails?: number };
}

describe("a sandbox", () => {
  it("opens no connection, asks no name server and starts no process in a whole rehearsal", async () => {
    expect(existsSync(dist), "the package is built").toBe(true);
    const { mails, attempts } = await guarded(rehearsal);
    expect(attempts).toEqual([]);
    expect(mails).toBeGreaterThan(10);
  });
});

describe("the guard", () => {
  it.each([
    ["fetch", 'fetch("http://127.0.0.1:40009/")', "connect"],
    ["http", 'new Promise((_, no) => http.get("http://127.0.0.1:9/").on("error", no))', "connect"],
    ["a TLS socket", 'new Promise((_, no) => tls.connect(9, "127.0.0.1").on("error", no))', "connect"],
    ["a name server", 'dns.promises.resolve("api.instantly.ai")', "dns"],
    ["a look-up", "dns.lookup('api.instantly.ai', () => {})", "dns"],
    ["a datagram", 'dgram.createSocket("udp4").unref().send("x", 9, "127.0.0.1")', "send"],
    ["a process", 'childProcess.spawn("curl", ["http://127.0.0.1:9"])', "process"],
  ])("catches %s", async (_, code, what) => {
    const imports = ["http", "tls", "dns", "dgram"].map((name) => `import ${name} from "node:${name}";`).join("");
    const program = `${imports}import childProcess from "node:child_process";
      try { await ${code}; } catch {}
      console.log(JSON.stringify({ attempts: globalThis.attempts }));`;
    expect((await guarded(program)).attempts).toEqual([what]);
  });
});
