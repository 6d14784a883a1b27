import { createServer as createHttpServer } from "node:http";
import type { Server } from "node:net";
import { createServer } from "node:net";
import type { Fault, RunningSandbox } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cli, newHome } from "./support/cli-run.ts";

const home = newHome();
let sandbox: RunningSandbox;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "replies" });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  sandbox.clearFaults();
  sandbox.clearJournal();
  env = { INSTANTLY_BASE_URL: sandbox.url, INSTANTLY_API_KEY: sandbox.keys.full };
});

const plan = (operation: string, fault: Fault, times = 9) => sandbox.plan({ operation, times, fault });
const lead = ["leads", "create", "--list-id"];

const listen = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { readonly port: number }).port)),
  );

async function newList(): Promise<string> {
  const { stdout } = await cli(["lead-lists", "create", "--name", "Autumn", "--json"], home, { env });
  return JSON.parse(stdout).id;
}

describe("the exit code", () => {
  test("is 0 for a success", async () => {
    expect(await cli(["leads", "list", "--limit", "1", "--select", "count"], home, { env })).toEqual({
      code: 0,
      stdout: "1\n",
      stderr: "",
    });
  });

  test.each<[string, string[], RegExp]>([
    ["command", ["leads", "lst"], /no command "lst" \(did you mean "list"\?\)/],
    ["group", ["campaing", "list"], /no command "campaing" \(did you mean "campaigns"\?\)/],
    ["command that is the name of an action", ["list_leads"], /did you mean "leads list"\?/],
    ["flag", ["leads", "list", "--campagn", "x"], /no flag --campagn \(did you mean --campaign\?\)/],
    [
      "value",
      ["campaigns", "list", "--status", "pausd"],
      /--status: expected .* found "pausd" \(did you mean "paused"\?\)/,
    ],
    ["number", ["leads", "list", "--max", "0"], /--max: expected a whole number from 1/],
    ["field", ["leads", "list", "--fields", "emial"], /no field "emial" \(did you mean "email"\?\)/],
    ["expression", ["leads", "list", "--select", "leads[", "--limit", "1"], /--select: .*JMESPath/],
    ["limit", ["leads", "list", "--limit", "500"], /limit must be at most 100/],
    ["method", ["request", "GTE", "/api/v2/leads"], /expected a method .* \(did you mean "GET"\?\)/],
    ["path", ["request", "GET", "/api/v1/leads"], /path/],
    ["shell", ["completion", "bsh"], /expected bash, zsh, fish, found "bsh" \(did you mean "bash"\?\)/],
    ["profile", ["leads", "list", "--workspace", "acme"], /no profile "acme"; there are none yet/],
    ["workspace", ["leads", "list", "--sandbox", "--workspace", "acme"], /--sandbox: not together with --workspace/],
    ["file", ["leads", "create", "--input", "nowhere.json"], /--input: nowhere\.json: there is no such file/],
    ["directory as a file", ["leads", "create", "--input", home], /it is a directory/],
    ["input that is an array", ["leads", "list", "--input", "-"], /expected a JSON object .* found an array/],
    ["format", ["leads", "list", "--json", "--csv"], /--json and --csv: give one of them/],
    ["id that is given twice", ["leads", "get", "a", "--lead-id", "b"], /--lead-id and "a" differ/],
  ])("is 2 for an unknown or invalid %s, and nothing is sent", async (_, words, message) => {
    const { code, stderr } = await cli(words, home, { env, stdin: "[]" });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(sandbox.journal().entries).toEqual([]);
  });

  test("is 3 without a key, for a key that is none, and for one without the scope", async () => {
    const run = (key: string) => cli(["leads", "list"], home, { env: { ...env, INSTANTLY_API_KEY: key } });
    const missing = await run("");
    expect(missing.code).toBe(3);
    expect(missing.stderr).toMatch(/INSTANTLY_API_KEY.*modulex-instantly login.*--sandbox/);
    for (const key of ["sbx_wrong", "two words", "ключ"]) {
      const { code, stderr } = await run(key);
      expect(code).toBe(3);
      expect(stderr).not.toContain(key);
    }
    const response = await sandbox.fetch(`${sandbox.url}/_sandbox/keys`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ scopes: ["campaigns:read"] }),
    });
    const { key } = (await response.json()) as { key: string };
    expect((await run(key)).code).toBe(3);
  });

  test("is 4 for what the API rejects", async () => {
    const { code, stderr } = await cli(["leads", "get", "01a07ae1-0000-7000-8000-000000000000"], home, { env });
    expect(code).toBe(4);
    expect(stderr).toMatch(/not_found/);
  });

  test("is 5 for a rate limit", async () => {
    plan("createLead", { kind: "rate_limit_storm", retryAfter: "600" });
    const { code, stderr } = await cli([...lead, await newList(), "--email", "a@b.example"], home, { env });
    expect(stderr).toMatch(/rate_limited/);
    expect(code).toBe(5);
  });

  test("is 6 if nobody knows whether it happened, with a command that shows it, and the write is sent once", async () => {
    const list = await newList();
    plan("createLead", { kind: "drop_after_commit" });
    const { code, stderr } = await cli([...lead, list, "--email", "ada@quill.example"], home, { env });
    expect(code).toBe(6);
    expect(stderr).toContain("It is unknown whether this happened. Do not run it again before you have checked:");
    const typed = `leads list --list-id ${list} --contacts ada@quill.example`;
    expect(stderr).toContain(`  modulex-instantly ${typed}\n`);
    expect(sandbox.journal().operations.createLead.requests).toBe(1);
    const shown = await cli([...typed.split(" "), "--select", "count"], home, { env });
    expect(shown).toEqual({ code: 0, stdout: "1\n", stderr: "" });
  });

  test("is 6 for a request of a route without a method, too", async () => {
    plan("replyToEmail", { kind: "drop_before_commit" });
    const body = { reply_to_uuid: "x", eaccount: "a@b.example", subject: "s", body: { text: "t" } };
    const words = ["request", "POST", "/api/v2/emails/reply", "--body", JSON.stringify(body), "--yes"];
    const { code, stderr } = await cli(words, home, { env });
    expect(code).toBe(6);
    expect(stderr).toMatch(/It is unknown whether this happened/);
  });

  test("is 7 if nothing listens, and nothing was sent", async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const nowhere = { ...env, INSTANTLY_BASE_URL: `http://127.0.0.1:${port}` };
    const { code, stderr } = await cli(["lead-lists", "create", "--name", "x"], home, { env: nowhere });
    expect(code).toBe(7);
    expect(stderr).toMatch(/outcome: not_sent/);
  });

  test("is 2 for a base URL to which a key may not be sent", async () => {
    for (const baseUrl of ["http://api.example.com", "https://api.example.com/v2", "nonsense"]) {
      const { code, stderr } = await cli(["leads", "list"], home, { env: { ...env, INSTANTLY_BASE_URL: baseUrl } });
      expect(code).toBe(2);
      expect(stderr).toMatch(/INSTANTLY_BASE_URL/);
    }
  });

  test("is 130 for ^C before anything was sent, and 6 while a write is under way", async () => {
    const stopped = await cli(["leads", "list"], home, { env, signal: AbortSignal.abort() });
    expect(stopped.code).toBe(130);
    const interrupt = new AbortController();
    // It takes the request, and the command is interrupted before there is a response.
    const server = createHttpServer(() => interrupt.abort());
    const port = await listen(server);
    const silent = { ...env, INSTANTLY_BASE_URL: `http://127.0.0.1:${port}` };
    const words = [...lead, "l-1", "--email", "ada@quill.example"];
    const running = cli(words, home, { env: silent, signal: interrupt.signal });
    const { code, stderr } = await running;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(6);
    expect(stderr).toContain("It is unknown whether this happened");
  });
});

test.each(["--api-key", "--api_key=k3y", "--key", "--token=k3y", "--apiKey"])(
  "%s is no flag, and the error says where a key belongs without showing it",
  async (flag) => {
    const { code, stderr } = await cli(["leads", "list", flag, "k3y"], home, { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/there is no flag for the key.*INSTANTLY_API_KEY.*--key-stdin/);
    expect(stderr).not.toContain("k3y");
  },
);

test("--dry-run needs no key and no network, and prints the request", async () => {
  const words = ["leads", "create", "--list-id", "l-1", "--email", "ada@quill.example", "--dry-run"];
  const { code, stdout } = await cli(words, home, { env: { INSTANTLY_BASE_URL: sandbox.url } });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    method: "POST",
    path: "/api/v2/leads",
    query: {},
    body: { list_id: "l-1", email: "ada@quill.example" },
  });
  const shown = await cli(words, home, { isTerminal: true });
  expect(shown.stdout).toMatch(/^POST \/api\/v2\/leads\n\{[\s\S]*\}\nNothing was sent\.\n$/);
  expect(sandbox.journal().entries).toEqual([]);
});

test("request sends the parameters of the path encoded, and those of the query as given", async () => {
  const words = ["request", "GET", "/api/v2/accounts/{email}", "--param", "email=b+x@c.example", "--dry-run"];
  const { stdout } = await cli([...words, "--query", "limit=5", "--query", "tag=a=b", "--query", "tag=007"], home);
  expect(JSON.parse(stdout)).toEqual({
    method: "GET",
    path: "/api/v2/accounts/b%2Bx%40c.example",
    query: { limit: "5", tag: ["a=b", "007"] },
    body: null,
  });
  const missing = await cli(["request", "GET", "/api/v2/accounts/{email}", "--dry-run"], home);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toMatch(/email/);
});
