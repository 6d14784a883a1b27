import { randomUUID } from "node:crypto";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { guardOpener } from "../guard-opener.ts";
import { createServer, loadCalls } from "../server/create-server.ts";
import { openWorkspace } from "../server/workspace.ts";
import type { CommandOptions } from "../settings/command-options.ts";
import { deployedTools } from "../settings/tool-selection.ts";
import type { Backend } from "./open-backend.ts";
import { baseUrlFromEnvironment, keyFromEnvironment } from "./server-environment.ts";

const PRELOAD_MS = 1_000;

/** Serves one client over stdin and stdout. */
export async function serveOverStdio(
  options: CommandOptions,
  environment: Readonly<Record<string, string | undefined>>,
  backend: Backend,
): Promise<{ close(): Promise<void> }> {
  const { confirm, schemas, allow } = options;
  const { sandbox, store, redis } = backend;
  const apiKey = sandbox?.apiKey ?? keyFromEnvironment(environment);
  const baseUrl = sandbox ? undefined : baseUrlFromEnvironment(environment);
  const workspace = openWorkspace(apiKey, { store, redis, baseUrl, fetch: sandbox?.fetch });
  const openGuard = guardOpener(options, store);
  const sessionId = randomUUID();
  const tools = deployedTools(allow);
  // The first call should not wait for modules, and a host has its list of tools before this timer ends.
  setTimeout(() => {
    loadCalls()
      .then(() => workspace.openClient())
      .catch(() => undefined);
  }, PRELOAD_MS).unref();
  // The SDK may create more than one server for a connection, to find out what the client speaks.
  return serveStdio(() => createServer({ tools, workspace, openGuard, confirm, schemas, sessionId }));
}
