import { createHash } from "node:crypto";
import type { ActionName } from "@modulex-instantly/actions";
import type { InstantlyClient } from "@modulex-instantly/client";
import { SettingsError } from "../settings/settings-error.ts";
import type { SharedStore } from "../state/expiring-store.ts";
import type { ClientOptions } from "./instantly-client.ts";

/** What a workspace key opens. The key itself is only in the closures of its client. */
export interface Workspace {
  /** A hash of the key. */
  readonly id: string;
  /** The client of the key, with a rate limiter of its own. Created once, on demand. */
  openClient(): Promise<InstantlyClient>;
  /** Whether a text contains the key, as it is or as JSON. */
  containsKey(text: string): boolean;
  /** The tools that the scopes of the key do not allow, as far as known. */
  lackedTools(): Promise<readonly ActionName[]>;
  /** Remembers for an hour whether the scopes of the key allow a tool. Returns whether that is news. */
  rememberScope(tool: ActionName, isLacked: boolean): Promise<boolean>;
}

/** How workspaces are opened. */
export interface WorkspaceOptions extends ClientOptions {
  readonly store: SharedStore;
}

const SCOPE_MEMORY_MS = 3_600_000;

/** The hash by which a key is known. */
function keyId(apiKey: string): string {
  return createHash("sha256").update(`modulex-instantly-mcp:${apiKey}`).digest("hex").slice(0, 32);
}

/** Whether a text can be a key. */
export function isKeyShaped(text: string): boolean {
  return /^[\x21-\x7e]{1,512}$/.test(text);
}

/**
 * Opens the workspace of a key.
 *
 * @throws SettingsError for a key that cannot be one; it does not quote the key.
 */
export function openWorkspace(apiKey: string, options: WorkspaceOptions): Workspace {
  if (!isKeyShaped(apiKey)) {
    throw new SettingsError("the API key must be up to 512 printable ASCII characters without spaces");
  }
  const id = keyId(apiKey);
  const { store } = options;
  let client: Promise<InstantlyClient> | undefined;
  const scopesKey = `scopes:${id}`;
  const lacked = async (): Promise<ActionName[]> => {
    const names = await store.get(scopesKey).catch(() => undefined);
    return (names?.split(",").filter(Boolean) ?? []) as ActionName[];
  };
  return {
    id,
    openClient: () => {
      client ??= import("./instantly-client.ts").then(({ instantlyClient }) => instantlyClient(apiKey, options));
      return client;
    },
    containsKey: (text) => text.includes(apiKey) || text.includes(JSON.stringify(apiKey).slice(1, -1)),
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
   * The workspace of a key; undefined if too many keys are in use.
   *
   * @throws SettingsError for a key that cannot be one.
   */
  of(apiKey: string): Workspace | undefined;
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
        return undefined;
      }
      return entry.workspace;
    },
  };
}
