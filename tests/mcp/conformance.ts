/**
 * Runs the server scenarios of the official MCP conformance suite that apply to this server, against the built command on
 * the embedded sandbox. The others are named with the reason; a new scenario of the suite has to be entered here.
 */
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { startHttpMcp } from "./support/mcp-command.ts";

const APPLY = ["server-initialize", "ping", "tools-list", "prompts-list", "dns-rebinding-protection"];
const FIXTURE = "needs a tool, prompt or resource of the suite's own test server";
const NO_SESSION = "needs sessions; this server is stateless";
const NO_RESOURCES = "this server has no resources";
const OTHERS: Readonly<Record<string, string>> = {
  "logging-set-level": "deprecated in the revision of 2026; this server does not log to clients",
  "completion-complete": "this server completes no arguments",
  "tools-call-simple-text": FIXTURE,
  "tools-call-image": FIXTURE,
  "tools-call-audio": FIXTURE,
  "tools-call-embedded-resource": FIXTURE,
  "tools-call-mixed-content": FIXTURE,
  "tools-call-with-logging": FIXTURE,
  "tools-call-error": FIXTURE,
  "tools-call-with-progress": FIXTURE,
  "tools-call-sampling": FIXTURE,
  "tools-call-elicitation": FIXTURE,
  "json-schema-2020-12": FIXTURE,
  "elicitation-sep1034-defaults": FIXTURE,
  "elicitation-sep1330-enums": FIXTURE,
  "server-sse-polling": NO_SESSION,
  "server-sse-multiple-streams": NO_SESSION,
  "resources-list": NO_RESOURCES,
  "resources-read-text": NO_RESOURCES,
  "resources-read-binary": NO_RESOURCES,
  "resources-templates-read": NO_RESOURCES,
  "resources-subscribe": NO_RESOURCES,
  "resources-unsubscribe": NO_RESOURCES,
  "prompts-get-simple": FIXTURE,
  "prompts-get-with-args": FIXTURE,
  "prompts-get-embedded-resource": FIXTURE,
  "prompts-get-with-image": FIXTURE,
};

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const suite = path.join(
  path.dirname(require.resolve("@modelcontextprotocol/conformance/package.json")),
  "dist/index.js",
);

async function conformance(...words: string[]): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, [suite, ...words], { env: { ...process.env, NO_COLOR: "1" } });
  return stdout + stderr;
}

/** The server scenarios of the installed suite. */
async function serverScenarios(): Promise<readonly string[]> {
  const [, servers = ""] = /Server scenarios[^\n]*\n([\s\S]*?)\n\n/.exec(await conformance("list")) ?? [];
  return [...servers.matchAll(/- (\S+)/g)].map(([, name = ""]) => name);
}

const server = await startHttpMcp(["--sandbox", "--allow", "create_lead"]);
const problems: string[] = [];
try {
  const known = [...APPLY, ...Object.keys(OTHERS)];
  const scenarios = await serverScenarios();
  problems.push(...scenarios.filter((name) => !known.includes(name)).map((name) => `${name} is not entered`));
  problems.push(...known.filter((name) => !scenarios.includes(name)).map((name) => `${name} is not in the suite`));
  for (const name of APPLY) {
    const report = await conformance("server", "--url", server.url, "--scenario", name).catch(
      (error: { readonly stdout?: string }) => error.stdout ?? String(error),
    );
    const [, passed = "0", failed = "1"] = /Passed: (\d+)\/\d+, (\d+) failed/.exec(report) ?? [];
    const isFine = Number(passed) > 0 && failed === "0";
    console.log(`${name}: ${isFine ? `${passed} checks passed` : "FAILED"}`);
    if (!isFine) problems.push(`${name}\n${report}`);
  }
} finally {
  await server.stop();
}
for (const [name, reason] of Object.entries(OTHERS)) console.log(`${name}: does not apply, ${reason}`);
if (problems.length > 0) {
  console.error(`\n${problems.join("\n\n")}`);
  process.exitCode = 1;
}
