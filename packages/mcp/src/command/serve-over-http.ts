import { serveHttp } from "../http/http-server.ts";
import { mcpEndpoint } from "../http/mcp-endpoint.ts";
import type { KeySource } from "../http/request-key.ts";
import { keepWorkspaces } from "../server/workspace.ts";
import type { CommandOptions } from "../settings/command-options.ts";
import { TOKEN_VARIABLE } from "../settings/command-options.ts";
import { SettingsError } from "../settings/settings-error.ts";
import { deployedTools } from "../settings/tool-selection.ts";
import type { Backend } from "./open-backend.ts";
import { openGuard } from "./open-guard.ts";
import { keyFromEnvironment } from "./server-key.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const LEAST_TOKEN = 32;

/** Serves Streamable HTTP. The server keeps no sessions, so any number of instances can stand behind a load balancer. */
export async function serveOverHttp(
  options: CommandOptions,
  environment: Environment,
  backend: Backend,
): Promise<{ close(): Promise<void> }> {
  const { confirm, schemas, allow, host, port, allowedHosts, allowedOrigins, maxBodyKb } = options;
  const { sandbox, store, redis } = backend;
  const keySource = keySourceOf(environment, backend);
  const baseUrl = sandbox ? undefined : environment["INSTANTLY_BASE_URL"] || undefined;
  const workspaces = keepWorkspaces({ store, redis, baseUrl, fetch: sandbox?.fetch });
  if (keySource.kind !== "request") workspaces.of(keySource.apiKey);
  const guard = await openGuard(options, store);
  const endpoint = mcpEndpoint({ tools: deployedTools(allow), guard, confirm, schemas, keySource, workspaces });
  const maxBodyBytes = maxBodyKb * 1024;
  const server = await serveHttp(endpoint, { host, port, allowedHosts, allowedOrigins, maxBodyBytes });
  process.stderr.write(`modulex-instantly-mcp: listening at ${server.url}${sandbox ? " (sandbox)" : ""}\n`);
  return server;
}

function keySourceOf(environment: Environment, { sandbox }: Backend): KeySource {
  const token = environment[TOKEN_VARIABLE]?.trim();
  if (token !== undefined && token !== "" && token.length < LEAST_TOKEN) {
    throw new SettingsError(`${TOKEN_VARIABLE}: expected at least ${LEAST_TOKEN} characters`);
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
