import { randomUUID } from "node:crypto";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createServer } from "../server/create-server.ts";
import { openWorkspace } from "../server/workspace.ts";
import type { CommandOptions } from "../settings/command-options.ts";
import { deployedTools } from "../settings/tool-selection.ts";
import type { Backend } from "./open-backend.ts";
import { openGuard } from "./open-guard.ts";
import { keyFromEnvironment } from "./server-key.ts";

/** Serves one client over stdin and stdout. */
export async function serveOverStdio(
  options: CommandOptions,
  environment: Readonly<Record<string, string | undefined>>,
  backend: Backend,
): Promise<{ close(): Promise<void> }> {
  const { confirm, schemas, allow } = options;
  const { sandbox, store, redis } = backend;
  const apiKey = sandbox?.apiKey ?? keyFromEnvironment(environment);
  const baseUrl = sandbox ? undefined : environment["INSTANTLY_BASE_URL"] || undefined;
  const workspace = openWorkspace(apiKey, { store, redis, baseUrl, fetch: sandbox?.fetch });
  const guard = await openGuard(options, store);
  const sessionId = randomUUID();
  const tools = deployedTools(allow);
  // The SDK may create more than one server for a connection, to find out what the client speaks.
  return serveStdio(() => createServer({ tools, workspace, guard, confirm, schemas, sessionId }));
}
