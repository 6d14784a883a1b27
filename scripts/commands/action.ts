/** `pnpm action NAME '{"json": "input"}'`: runs an action on the sandbox, or on the real API if INSTANTLY_API_KEY is set. */
import type { ActionContext, ActionResult } from "@modulex-instantly/actions";
import { actions, getAction, runAction } from "@modulex-instantly/actions";
import { isInstantlyError } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";

const USAGE = [
  `Usage: pnpm action NAME '{"json": "input"}'`,
  "",
  ...Object.values(actions).map(({ name, summary }) => `  ${name.padEnd(28)} ${summary}`),
].join("\n");

process.exitCode = await main(process.argv.slice(2));

async function main([name, json = "{}", ...rest]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    console.log(USAGE);
    return 0;
  }
  if (name === undefined || rest.length > 0) return usageError(USAGE);
  try {
    getAction(name as never);
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
  return withContext(async (context) => {
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

async function withContext(run: (context: ActionContext) => Promise<number>): Promise<number> {
  const { INSTANTLY_API_KEY: apiKey, INSTANTLY_BASE_URL: baseUrl } = process.env;
  if (apiKey !== undefined) {
    console.error(`Using ${baseUrl ?? "the real API, https://api.instantly.ai"} with INSTANTLY_API_KEY`);
    return run({ apiKey, baseUrl });
  }
  const sandbox = await startSandbox();
  sandbox.load("replies");
  console.error(`Using the sandbox at ${sandbox.url}; no email is sent. Set INSTANTLY_API_KEY to use the real API`);
  try {
    return await run({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
  } finally {
    await sandbox.close();
  }
}

function usageError(message: string): number {
  console.error(message);
  return 2;
}
