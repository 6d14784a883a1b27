import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The command line: one line on standard error describes a failure, and the exit code is not 0.

const root = path.resolve(import.meta.dirname, "../..");
// This server is stopped, so nothing listens on its port. fetch itself rejects fixed low ports before it connects.
const stopped = createServer();
const pages = createServer((_, response) =>
  response.setHeader("content-type", "text/html").end("<html>Not this</html>"),
);
let pagesUrl = "";
let closedUrl = "";

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  pagesUrl = await listen(pages);
  closedUrl = await listen(stopped);
  await new Promise((resolve) => stopped.close(resolve));
});
afterAll(() => pages.close());

interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function action(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const { INSTANTLY_API_KEY: _, INSTANTLY_BASE_URL: __, ...inherited } = process.env;
  const program = ["--import", "tsx", "scripts/commands/action.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: root, env: { ...inherited, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

test("runs an action on the sandbox, and reports it", async () => {
  const { code, stdout, stderr } = await action(["list_leads", '{"limit":5}']);
  expect(code).toBe(0);
  const { success, leads } = JSON.parse(stdout);
  expect({ success, leads: leads.length }).toEqual({ success: true, leads: 5 });
  expect(stderr).toMatch(/^Using a new sandbox: no email is sent, and nothing is kept for the next run\.[^\n]+\n$/);
});

test("--help lists the actions", async () => {
  const { code, stdout, stderr } = await action(["--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Usage: npx -y pnpm@[\d.]+ action NAME /);
  expect(stdout).toContain("activate_campaign            Start or resume a campaign");
});

describe("invalid input is rejected in one line, with exit code 2:", () => {
  test.each([
    ["an unknown action", ["list_led"], 'There is no action "list_led" (did you mean "list_leads"?)'],
    ["malformed JSON", ["list_leads", "{limit:5}"], "The input is not JSON: "],
    ["malformed JSON of two lines", ["list_leads", "no\nJSON"], "The input is not JSON: "],
  ])("%s", async (_, args, message) => {
    const { code, stdout, stderr } = await action(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(message), stderr).toBe(true);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test.each([
    [
      "an unknown parameter",
      ["list_leads", '{"limt":5}'],
      '"limt" is not a known parameter (did you mean "limit"?)',
      {},
    ],
    ["a wrong type", ["list_leads", '{"limit":"5"}'], 'limit must be an integer, received "5"', {}],
    ["not an object", ["list_leads", "[]"], "the input must be an object, received an array", {}],
    ["a blank key", ["list_leads"], "apiKey is empty", { INSTANTLY_API_KEY: " " }],
    ["an invalid base URL", ["list_leads"], "baseUrl must be", { INSTANTLY_API_KEY: "k-1", INSTANTLY_BASE_URL: "x" }],
  ])("%s, with the result on standard output", async (_, args, message, env) => {
    const { code, stdout, stderr } = await action(args, env);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ success: false, error: expect.stringContaining(message) });
    const [using, failed, ...rest] = stderr.trimEnd().split("\n");
    expect(using).toMatch(/^Using /);
    expect(failed).toContain(`Failed: `);
    expect(failed).toContain(message);
    expect(rest).toEqual([]);
  });
});

describe("a failed call has exit code 1:", () => {
  test("an unreachable server", async () => {
    const env = { INSTANTLY_API_KEY: "k-1", INSTANTLY_BASE_URL: closedUrl };
    const { code, stderr } = await action(["list_leads"], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Using http:\/\/127\.0\.0\.1:\d+ with INSTANTLY_API_KEY\nFailed: list_leads: not connected \(ECONNREFUSED\) [^\n]+\n$/,
    );
  });

  test("a server that responds with a page", async () => {
    const env = { INSTANTLY_API_KEY: "k-1", INSTANTLY_BASE_URL: pagesUrl };
    const { code, stdout, stderr } = await action(["list_leads"], env);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ success: false, leads: [] });
    expect(stderr).toMatch(/\nFailed: list_leads: HTTP 200, but the body is an HTML page [^\n]+\n$/);
  });

  test("a lead that does not exist", async () => {
    const { code, stderr } = await action(["get_lead", '{"lead_id":"01a06110-96fe-736c-901d-d4baca7d79c9"}']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\nFailed: [^\n]+ \(not_found, HTTP 404, outcome: rejected; do not retry\)\n$/);
  });
});

describe("an action that sends, activates or deletes", () => {
  const calls: string[] = [];
  const api = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    response.setHeader("content-type", "application/json").end('{"count":1}');
  });
  let env: Readonly<Record<string, string>> = {};
  const deletion = ["delete_leads", '{"campaign_id":"01a06110-96fe-736c-901d-d4baca7d79c9"}'];
  beforeAll(async () => {
    env = { INSTANTLY_API_KEY: "k-1", INSTANTLY_BASE_URL: await listen(api) };
  });
  afterAll(() => api.close());

  test.each([
    ["delete_leads", deletion[1] ?? ""],
    ["activate_campaign", '{"campaign_id":"01a06110-96fe-736c-901d-d4baca7d79c9"}'],
    ["reply_to_email", '{"reply_to_uuid":"a","eaccount":"m@example.com","subject":"Re","body_text":"Hi"}'],
  ])("%s is not run without --yes when nobody can be asked", async (name, json) => {
    calls.length = 0;
    const { code, stdout, stderr } = await action([name, json], env);
    expect([code, stdout, calls]).toEqual([2, "", []]);
    expect(stderr).toContain(`Not run: ${name} needs the approval of a person`);
    expect(stderr).toContain("--yes");
  });

  test("runs with --yes", async () => {
    calls.length = 0;
    const { code, stdout } = await action([...deletion, "--yes"], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ success: true, count: 1 });
    expect(calls).toEqual(["DELETE /api/v2/leads"]);
  });

  test("a read needs no approval", async () => {
    calls.length = 0;
    await action(["list_campaigns"], env);
    expect(calls).toEqual(["GET /api/v2/campaigns"]);
  });

  test("on the sandbox it runs without a question", async () => {
    const { code, stderr } = await action(deletion);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Using a new sandbox: no email is sent/);
    const sandboxKey = { ...env, INSTANTLY_API_KEY: "sbx_full_0" };
    calls.length = 0;
    expect((await action(deletion, sandboxKey)).code).toBe(0);
    expect(calls).toHaveLength(1);
  });
});

test("the commands of package.json run from the sources: nothing has to be built", async () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const [program = "", option = "", file = ""] = scripts.action.split(" ");
  expect([program, option]).toEqual(["tsx", "--tsconfig"]);
  expect(scripts.start).toMatch(`tsx --tsconfig ${file} examples/tour.ts`);
  const hook = `export async function load(url, context, next) {
    if (/\\/packages\\/[a-z]+\\/dist\\//.test(url)) throw new Error("loads a built file");
    return next(url, context);
  }`;
  const hookUrl = `data:text/javascript,${encodeURIComponent(hook)}`;
  const registration = `import { register } from "node:module"; register(${JSON.stringify(hookUrl)});`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(registration)}`;
  expect((await action(["list_leads"], { NODE_OPTIONS })).stderr, "the hook finds built files").toContain(
    "loads a built file",
  );
  const { code, stderr } = await action(["list_leads"], { NODE_OPTIONS, TSX_TSCONFIG_PATH: path.join(root, file) });
  expect([code, stderr.split("\n").length]).toEqual([0, 2]);
});
