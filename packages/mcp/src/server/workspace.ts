import { createHash } from "node:crypto";
import type { ActionName } from "@modulex-instantly/actions";
import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { SettingsError } from "../settings/settings-error.ts";
import type { RedisCaller } from "../state/redis-store.ts";
import type { SharedStore } from "../state/shared-store.ts";

/** What a workspace key opens. The key itself is only in the closures of its client. */
export interface Workspace {
  /** A hash of the key. */
  readonly id: string;
  readonly client: InstantlyClient;
  /** Whether a text contains the key. */
  containsKey(text: string): boolean;
  /** The tools that the scopes of the key do not allow, as far as known. */
  lackedTools(): Promise<readonly ActionName[]>;
  /** Remembers for an hour whether the scopes of the key allow a tool. Returns whether that is news. */
  rememberScope(tool: ActionName, isLacked: boolean): Promise<boolean>;
}

/** How clients are created. */
export interface WorkspaceOptions {
  readonly store: SharedStore;
  readonly baseUrl?: string | undefined;
  /** Replaces the global `fetch`, for the embedded sandbox. */
  readonly fetch?: typeof fetch | undefined;
  /** Shares the rate limits of a key with other instances. */
  readonly redis?: RedisCaller | undefined;
}

const SCOPE_MEMORY_MS = 3_600_000;

/** The hash by which a key is known. */
export function keyId(apiKey: string): string {
  return createHash("sha256").update(`modulex-instantly-mcp:${apiKey}`).digest("hex").slice(0, 32);
}

/**
 * Creates the client of a key, with a rate limiter of its own.
 *
 * @throws InstantlyError `invalid_config` for a key or a base URL that cannot be used; it does not quote the key.
 */
export function openWorkspace(apiKey: string, { store, baseUrl, fetch, redis }: WorkspaceOptions): Workspace {
  const id = keyId(apiKey);
  const shared = redis && redisRateLimitStore({ redis, workspace: apiKey });
  const client = createInstantlyClient({
    apiKey,
    baseUrl,
    ...(fetch ? { fetch } : { sendEvidence: sendEvidence() }),
    rateLimiter: createRateLimiter(shared ? { store: shared } : {}),
  });
  const scopesKey = `scopes:${id}`;
  const lacked = async (): Promise<ActionName[]> => {
    const names = await store.get(scopesKey).catch(() => undefined);
    return (names?.split(",").filter(Boolean) ?? []) as ActionName[];
  };
  return {
    id,
    client,
    containsKey: (text) => text.includes(apiKey),
    lackedTools: lacked,
    async rememberScope(tool, isLacked) {
      const before = await lacked();
      if (before.includes(tool) === isLacked) return false;
      const after = isLacked ? [...before, tool] : before.filter((name) => name !== tool);
      // Without the store, the tool stays listed and fails again.
      await store.set(scopesKey, after.join(","), SCOPE_MEMORY_MS).catch(() => undefined);
      return true;
    },
  };
}

/** The workspaces of the last keys. */
export interface Workspaces {
  /**
   * @throws InstantlyError `invalid_config` for a key that cannot be used.
   * @throws SettingsError if too many keys are in use.
   */
  of(apiKey: string): Workspace;
  readonly size: number;
}

/** A limiter must outlive its longest window, or dropping it would allow a second burst. */
const LIMITER_MS = 61_000;

/** Keeps the workspaces of the most recent keys, up to `most`, and up to ten times as many while they are in use. */
export function keepWorkspaces(options: WorkspaceOptions, most = 500, now: () => number = Date.now): Workspaces {
  const kept = new Map<string, { readonly workspace: Workspace; usedAt: number }>();
  return {
    get size() {
      return kept.size;
    },
    of(apiKey) {
      const id = keyId(apiKey);
      const found = kept.get(id);
      const entry = found ?? { workspace: openWorkspace(apiKey, options), usedAt: 0 };
      entry.usedAt = now();
      // The order of the map is the order of use.
      kept.delete(id);
      kept.set(id, entry);
      for (const [oldest, { usedAt }] of kept) {
        if (kept.size <= most || now() - usedAt < LIMITER_MS) break;
        kept.delete(oldest);
      }
      if (kept.size > most * 10) {
        kept.delete(id);
        throw new SettingsError("too many keys are in use: try again in a minute");
      }
      return entry.workspace;
    },
  };
}
