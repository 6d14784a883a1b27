import { createMcpEndpoint } from "../create-mcp-endpoint.ts";
import { serveHttp } from "../http/http-server.ts";
import type { KeySource } from "../http/request-key.ts";
import { isKeyShaped } from "../server/workspace.ts";
import type { CommandOptions } from "../settings/command-options.ts";
import { TOKEN_VARIABLE } from "../settings/environment-settings.ts";
import { SettingsError } from "../settings/settings-error.ts";
import type { Backend } from "./open-backend.ts";
import { baseUrlFromEnvironment, keyFromEnvironment } from "./server-environment.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const LEAST_TOKEN = 32;

/** Serves Streamable HTTP. The server keeps no sessions, so any number of instances can stand behind a load balancer. */
export async function serveOverHttp(
  options: CommandOptions,
  environment: Environment,
  backend: Backend,
): Promise<{ close(): Promise<void> }> {
  const { host, port, allowedHosts, allowedOrigins, maxBodyKb } = options;
  const { sandbox, store, redis } = backend;
  const keySource = keySourceOf(environment, backend);
  const baseUrl = sandbox ? undefined : baseUrlFromEnvironment(environment);
  if (keySource.kind === "server" && !isKeyShaped(keySource.apiKey)) {
    throw new SettingsError("INSTANTLY_API_KEY must be up to 512 printable ASCII characters without spaces");
  }
  const { allow, confirm, schemas, repliesPerHour, activationsPerHour, maxDeletes, afterMail } = options;
  const limits = { repliesPerHour, activationsPerHour, maxDeletes, afterMail };
  const shared = { keySource, store, redis, baseUrl, fetch: sandbox?.fetch };
  const endpoint = createMcpEndpoint({ allow, confirm, schemas, ...limits, ...shared });
  const maxBodyBytes = maxBodyKb * 1024;
  const server = await serveHttp(endpoint, { host, port, allowedHosts, allowedOrigins, maxBodyBytes });
  process.stderr.write(`modulex-instantly-mcp: listening at ${server.url}${sandbox ? " (sandbox)" : ""}\n`);
  return server;
}

function keySourceOf(environment: Environment, { sandbox }: Backend): KeySource {
  const token = environment[TOKEN_VARIABLE]?.trim();
  if (token && (token.length < LEAST_TOKEN || !isKeyShaped(token))) {
    throw new SettingsError(`${TOKEN_VARIABLE}: expected at least ${LEAST_TOKEN} characters, ASCII and without spaces`);
  }
  if (token && !sandbox && !environment["INSTANTLY_API_KEY"]?.trim()) {
    throw new SettingsError(
      `${TOKEN_VARIABLE} is set, which guards a key of the server: set INSTANTLY_API_KEY, too, or unset it to take the key from each request`,
    );
  }
  if (token) return { kind: "server", token, apiKey: sandbox?.apiKey ?? keyFromEnvironment(environment) };
  if (sandbox) return { kind: "sandbox", apiKey: sandbox.apiKey };
  if (environment["INSTANTLY_API_KEY"]?.trim()) {
    throw new SettingsError(
      `INSTANTLY_API_KEY is set, which anyone who reaches the server could use: set ${TOKEN_VARIABLE}, too, or unset it to take the key from each request`,
    );
  }
  return { kind: "request" };
}
