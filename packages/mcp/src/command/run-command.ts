import type { CommandOptions } from "../settings/command-options.ts";
import { commandOptions } from "../settings/command-options.ts";
import { TOKEN_VARIABLE } from "../settings/environment-settings.ts";
import { SettingsError } from "../settings/settings-error.ts";
import { version } from "../version.gen.ts";
import { helpText } from "./help-text.ts";
import { openBackend } from "./open-backend.ts";
import { serveOverStdio } from "./serve-over-stdio.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs the command until its client or a signal stops it. The exit code is 2 for invalid settings, 1 for other errors. */
export async function runCommand(words: readonly string[], environment: Environment): Promise<void> {
  try {
    const options = commandOptions(words, environment);
    if (options.help) process.stdout.write(helpText);
    else if (options.version) process.stdout.write(`${version}\n`);
    else await serve(options, environment);
  } catch (error) {
    fail(error, environment);
  }
}

async function serve(options: CommandOptions, environment: Environment): Promise<void> {
  checkTls(options, environment);
  const backend = await openBackend(options);
  try {
    const { close } = options.http
      ? await (await import("./serve-over-http.ts")).serveOverHttp(options, environment, backend)
      : await serveOverStdio(options, environment, backend);
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) return;
      isStopping = true;
      close()
        .then(() => backend.close())
        .catch((error: unknown) => fail(error, environment));
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
    if (!options.http) process.stdin.once("close", stop);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

function checkTls({ sandbox }: CommandOptions, environment: Environment): void {
  if (!sandbox && environment["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    throw new SettingsError(
      "NODE_TLS_REJECT_UNAUTHORIZED=0 would send the key to any server that pretends to be Instantly",
    );
  }
}

function fail(error: unknown, environment: Environment): void {
  const text = error instanceof Error ? error.message : String(error);
  const secrets = ["INSTANTLY_API_KEY", TOKEN_VARIABLE].map((name) => environment[name]?.trim() ?? "");
  // A key that was given for another setting. A message has the first 80 characters of a long value.
  const message = secrets
    .filter((secret) => secret.length >= 8)
    .reduce(
      (rest, secret) => rest.replaceAll(secret, "[redacted]").replaceAll(secret.slice(0, 80), "[redacted]"),
      text,
    );
  process.stderr.write(`modulex-instantly-mcp: ${message}\n`);
  process.exitCode = error instanceof SettingsError ? 2 : 1;
}
