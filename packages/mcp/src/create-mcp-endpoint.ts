import type { ActionName } from "@modulex-instantly/actions";
import type { GuardLimits } from "./guard-opener.ts";
import { guardOpener } from "./guard-opener.ts";
import type { McpEndpoint } from "./http/mcp-endpoint.ts";
import { mcpEndpoint } from "./http/mcp-endpoint.ts";
import type { KeySource } from "./http/request-key.ts";
import type { ClientOptions } from "./server/instantly-client.ts";
import { isKeyShaped, keepWorkspaces } from "./server/workspace.ts";
import { CHOICES, MOST } from "./settings/allowed-values.ts";
import type { ConfirmSetting } from "./settings/command-options.ts";
import { didYouMean } from "./settings/nearest-name.ts";
import { SettingsError } from "./settings/settings-error.ts";
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
 * @throws SettingsError for an unknown option, value or tool, with the nearest one.
 */
export function createMcpEndpoint(options: McpEndpointOptions = {}): McpEndpoint {
  checkOptions(options);
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

const NAMES: readonly string[] = [
  ...["allow", "keySource", "store", "baseUrl", "fetch", "redis"],
  ...Object.keys(CHOICES),
  ...Object.keys(MOST),
];

/** A misspelt limit would leave the default, which may be higher. The command has checked its flags before. */
function checkOptions(options: McpEndpointOptions): void {
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) {
    const hint = didYouMean(unknown, NAMES) || `; the options are ${NAMES.join(", ")}`;
    throw new SettingsError(`createMcpEndpoint: ${unknown} is unknown${hint}`);
  }
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !(choices as readonly unknown[]).includes(value)) {
      throw new SettingsError(`${name}: expected ${choices.join(", ")}${didYouMean(String(value), choices)}`);
    }
  }
  for (const [name, most] of Object.entries(MOST)) {
    const value: unknown = Reflect.get(options, name) ?? 0;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > most) {
      throw new SettingsError(`${name}: expected a whole number from 0 to ${most}`);
    }
  }
  if (options.allow !== undefined && !Array.isArray(options.allow)) {
    throw new SettingsError('allow: expected an array of tool names, such as ["create_lead"]');
  }
  checkKeySource(options.keySource ?? { kind: "request" });
}

function checkKeySource(source: KeySource): void {
  const kinds = ["request", "server", "sandbox"];
  if (!kinds.includes(source.kind)) throw new SettingsError(`keySource.kind: expected ${kinds.join(", ")}`);
  if (source.kind !== "request" && !isKeyShaped(source.apiKey)) {
    throw new SettingsError("keySource.apiKey: expected up to 512 printable ASCII characters without spaces");
  }
  if (source.kind === "server" && !isKeyShaped(source.token)) {
    throw new SettingsError("keySource.token: expected up to 512 printable ASCII characters without spaces");
  }
}
