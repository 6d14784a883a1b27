import { existsSync } from "node:fs";
import { isPublic } from "../options/listening-address.ts";
import { startSandbox } from "../start-sandbox.ts";
import { version } from "../version.gen.ts";
import type { CommandOptions } from "./command-options.ts";
import { commandOptions, UsageError } from "./command-options.ts";
import { helpText } from "./help-text.ts";
import { startupMessage } from "./startup-message.ts";

/** Runs the command until a signal stops it. The exit code is 2 for invalid arguments, 1 if the sandbox cannot start. */
export async function runCommand(words: readonly string[]): Promise<void> {
  try {
    const options = commandOptions(words);
    if (options.help) print(helpText());
    else if (options.version) print(`${version}\n`);
    else await serve(options);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`modulex-instantly-sandbox: ${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function serve({ sandbox: options, open }: CommandOptions): Promise<void> {
  const { snapshotFile, mode = "live", seed = 1, scenario = "empty" } = options;
  const goesOn = snapshotFile !== undefined && existsSync(snapshotFile);
  const sandbox = await startSandbox(options);
  const stop = (): void => void sandbox.close().catch(fail);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const begins = goesOn ? `state of ${snapshotFile}` : `scenario ${scenario}`;
  print(startupMessage(sandbox, `mode ${mode}, seed ${seed}, ${begins}`));
  const { host = "127.0.0.1", allowedHosts = [] } = options;
  if (isPublic(host)) process.stderr.write(publicWarning(host, allowedHosts));
  if (open && !(await sandbox.openPage())) {
    process.stderr.write(`modulex-instantly-sandbox: no browser could be opened; the page is at ${sandbox.url}\n`);
  }
}

function publicWarning(host: string, allowedHosts: readonly string[]): string {
  return (
    `modulex-instantly-sandbox: warning: it listens on ${host}. Everybody who can reach this machine and calls it ` +
    `${allowedHosts.join(" or ")} can read its emails and keys, and move its clock.\n`
  );
}

/** Closing stdout early does not stop the sandbox. */
function print(text: string): void {
  process.stdout.once("error", () => {});
  process.stdout.write(text);
}
