/** `pnpm action NAME '{"json": "input"}'`: runs an action on the sandbox, or on the real API if INSTANTLY_API_KEY is set. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { Action, ActionContext, ActionResult } from "@modulex-instantly/actions";
import { actions, getAction, runAction } from "@modulex-instantly/actions";
import { isInstantlyError } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";

const packageJson = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
const PNPM = `npx -y ${JSON.parse(packageJson).packageManager.split("+")[0]}`;
const USAGE = [
  `Usage: ${PNPM} action NAME '{"json": "input"}' [--yes]`,
  "",
  "It runs on a new sandbox, which sends nothing and keeps nothing for the next run. If INSTANTLY_API_KEY is set, it runs",
  "on the real API, and asks before an action marked with *. --yes approves it without a question.",
  "",
  ...Object.values(actions).map(
    ({ name, summary, approval }) => `${approval === "never" ? " " : "*"} ${name.padEnd(28)} ${summary}`,
  ),
].join("\n");

process.exitCode = await main(process.argv.slice(2));

async function main(given: readonly string[]): Promise<number> {
  const isApproved = given.includes("--yes");
  const [name, json = "{}", ...rest] = given.filter((argument) => argument !== "--yes");
  if (name === "--help" || name === "-h") {
    console.log(USAGE);
    return 0;
  }
  if (name === undefined || rest.length > 0) return usageError(USAGE);
  let action: Action;
  try {
    action = getAction(name as never);
  } catch (error) {
    return usageError(isInstantlyError(error) ? error.message : String(error));
  }
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    const why = (error as Error).message.replaceAll(/\s+/g, " ");
    return usageError(`The input is not JSON: ${why}. Quote it: '{"limit": 5}'`);
  }
  return withContext(async (context, isReal) => {
    if (isReal && !isApproved && action.approval !== "never" && !(await isConfirmed(action, json))) return 2;
    let result: ActionResult | undefined;
    const output = await runAction(name, input, {
      ...context,
      onResult: (reported) => {
        result = reported;
      },
    });
    console.log(JSON.stringify(output, null, 2));
    if (output.success) return 0;
    console.error(`Failed: ${output.error}`);
    return result?.attempts === 0 ? 2 : 1;
  });
}

/** Asks on a terminal whether an action may run. Without a terminal, nobody can be asked, and it may not. */
async function isConfirmed({ name, summary }: Action, json: string): Promise<boolean> {
  if (process.stdin.isTTY !== true) {
    console.error(
      `Not run: ${name} needs the approval of a person, and there is no terminal to ask on. Add --yes to approve it`,
    );
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const question = `${summary}\n${name} ${json}\nRun it on the real API? [y/N] `;
  // It rejects when the terminal ends the input or the person interrupts.
  const reply = await terminal.question(question).catch(() => "");
  terminal.close();
  const isYes = /^y(es)?$/i.test(reply.trim());
  if (!isYes) console.error("Not run");
  return isYes;
}

async function withContext(run: (context: ActionContext, isReal: boolean) => Promise<number>): Promise<number> {
  const { INSTANTLY_API_KEY: apiKey, INSTANTLY_BASE_URL: baseUrl } = process.env;
  if (apiKey !== undefined) {
    console.error(`Using ${baseUrl ?? "the real API, https://api.instantly.ai"} with INSTANTLY_API_KEY`);
    // Only sandboxes accept keys with this prefix.
    return run({ apiKey, baseUrl }, !apiKey.startsWith("sbx_"));
  }
  const sandbox = await startSandbox();
  sandbox.load("replies");
  console.error(
    "Using a new sandbox: no email is sent, and nothing is kept for the next run. Set INSTANTLY_API_KEY to use the real API",
  );
  try {
    return await run({ apiKey: sandbox.keys.full, baseUrl: sandbox.url }, false);
  } finally {
    await sandbox.close();
  }
}

function usageError(message: string): number {
  console.error(message);
  return 2;
}
