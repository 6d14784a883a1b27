import { execFile } from "node:child_process";
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
  expect(stderr).toMatch(/^Using the sandbox at http:\/\/127\.0\.0\.1:\d+; no email is sent\.[^\n]+\n$/);
});

test("--help lists the actions", async () => {
  const { code, stdout, stderr } = await action(["--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Usage: pnpm action NAME /);
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
