import type { ActionName } from "@modulex-instantly/actions";
import type { GuardLimits } from "./guard-opener.ts";
import { guardOpener } from "./guard-opener.ts";
import type { McpEndpoint } from "./http/mcp-endpoint.ts";
import { mcpEndpoint } from "./http/mcp-endpoint.ts";
import type { KeySource } from "./http/request-key.ts";
import type { ClientOptions } from "./server/instantly-client.ts";
import { keepWorkspaces } from "./server/workspace.ts";
import type { ConfirmSetting } from "./settings/command-options.ts";
import { deployedTools, readToolNames } from "./settings/tool-selection.ts";
import type { SharedStore } from "./state/expiring-store.ts";
import { memoryStore } from "./state/memory-store.ts";

/** Options of `createMcpEndpoint`. */
export interface McpEndpointOptions extends ClientOptions, GuardLimits {
  /** The write tools to offer. Default: none. */
  readonly allow?: readonly ActionName[] | undefined;
  /** Who agrees to sends, activations and deletions. Default `person`. */
  readonly confirm?: ConfirmSetting | undefined;
  /** How tools are described. Default `lean`. */
  readonly schemas?: "lean" | "full" | undefined;
  /** Where keys come from. Default: from each request. */
  readonly keySource?: KeySource | undefined;
  /** Shared by all instances. Default: the memory of this process. */
  readonly store?: SharedStore | undefined;
}

/**
 * Creates the stateless Streamable HTTP endpoint as a web-standard handler, for servers that check Host, Origin and the
 * size of bodies themselves.
 *
 * @throws SettingsError for an unknown tool in `allow`, with the nearest one.
 */
export function createMcpEndpoint(options: McpEndpointOptions = {}): McpEndpoint {
  const { allow = [], confirm = "person", schemas = "lean", keySource = { kind: "request" } } = options;
  const { store = memoryStore(), baseUrl, fetch, redis } = options;
  const allowed = allow.length === 0 ? [] : readToolNames("allow", allow.join(","));
  return mcpEndpoint({
    tools: deployedTools(allowed),
    openGuard: guardOpener(options, store),
    confirm,
    schemas,
    keySource,
    workspaces: keepWorkspaces({ store, redis, baseUrl, fetch }),
  });
}
