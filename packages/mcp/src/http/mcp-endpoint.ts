import type { AuthInfo } from "@modelcontextprotocol/server";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { ActionName } from "@modulex-instantly/actions";
import type { McpServerOptions } from "../server/create-server.ts";
import { createServer } from "../server/create-server.ts";
import type { Workspace, Workspaces } from "../server/workspace.ts";
import { didYouMean } from "../settings/nearest-name.ts";
import { SettingsError } from "../settings/settings-error.ts";
import { narrowedTools } from "../settings/tool-selection.ts";
import type { KeySource } from "./request-key.ts";
import { quotesSecret, requestKey } from "./request-key.ts";
import { PATHS, requestNarrowing } from "./request-settings.ts";

/** What all requests share. */
export interface EndpointOptions extends Pick<McpServerOptions, "tools" | "openGuard" | "confirm" | "schemas"> {
  readonly keySource: KeySource;
  readonly workspaces: Workspaces;
}

/** The stateless MCP endpoint: a web-standard handler that keeps nothing between requests but clients and limits. */
export interface McpEndpoint {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/** What one request may do. */
interface Admission {
  readonly workspace: Workspace;
  readonly tools: readonly ActionName[];
}

/** Creates the endpoint. Host, Origin and the size of the body are checked before it. */
export function mcpEndpoint(options: EndpointOptions): McpEndpoint {
  const { openGuard, confirm, schemas } = options;
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const { workspace, tools } = admissionOf(authInfo);
      const onToolsChanged = (): void => handler.notify.toolsChanged();
      return createServer({ workspace, tools, openGuard, confirm, schemas, sessionId: undefined, onToolsChanged });
    },
    { maxSubscriptions: 256 },
  );
  return {
    close: () => handler.close(),
    async fetch(request) {
      const admitted = admit(request, options);
      if (admitted instanceof Response) return admitted;
      // The key does not go on: only what it opens does.
      const authInfo: AuthInfo = {
        token: "",
        clientId: admitted.workspace.id,
        scopes: [],
        extra: { admission: admitted },
      };
      return handler.fetch(request, { authInfo });
    },
  };
}

function admissionOf(authInfo: AuthInfo | undefined): Admission {
  const admission = authInfo?.extra?.["admission"] as Admission | undefined;
  if (admission === undefined) throw new Error("A request reached the MCP server without being admitted");
  return admission;
}

function admit(request: Request, { tools, keySource, workspaces }: EndpointOptions): Admission | Response {
  const url = new URL(request.url);
  const paths: readonly string[] = [PATHS.mcp, PATHS.readOnly];
  if (!paths.includes(url.pathname)) return refused(404, `there is nothing here${didYouMean(url.pathname, paths)}`);
  try {
    const narrowing = requestNarrowing(url, request.headers);
    const key = requestKey(request.headers, keySource);
    if ("refusal" in key) return unauthorized(key.refusal);
    const workspace = workspaces.of(key.apiKey);
    if (workspace === undefined) return refused(503, "too many keys are in use", { "retry-after": "60" });
    return { workspace, tools: narrowedTools(tools, narrowing) };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const isSecret = quotesSecret(error.message, request.headers);
    return refused(400, isSecret ? "a setting contains the API key, which belongs in Authorization" : error.message);
  }
}

function unauthorized(message: string): Response {
  const challenge = `Bearer realm="modulex-instantly-mcp", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
  return refused(401, message, { "www-authenticate": challenge });
}

/** A refusal in the format in which MCP clients expect errors. */
export function refused(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = { jsonrpc: "2.0", error: { code: -32000, message }, id: null };
  return Response.json(body, { status, headers: { ...headers, "cache-control": "no-store" } });
}
