import type { SharedStore } from "./expiring-store.ts";

/** A value and when it expires, in milliseconds. */
export interface Entry {
  readonly value: string;
  readonly expiresAt: number;
}

const MOST_ENTRIES = 100_000;
/** What has expired is removed after this many additions, so that outcomes that nobody asks for again do not add up. */
const ADDITIONS = 1000;

/**
 * A store in the memory of one process.
 *
 * @throws Error from its methods when it is full, because forgetting a used confirmation would allow a second send.
 */
export function memoryStore(
  now: () => number = Date.now,
  entries: Map<string, Entry> = new Map<string, Entry>(),
): SharedStore {
  let additions = 0;
  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > now()) return entry;
    entries.delete(key);
    return undefined;
  };
  const put = (key: string, value: string, expiresAt: number): void => {
    const isFull = entries.size >= MOST_ENTRIES && !entries.has(key);
    additions += 1;
    if (isFull || additions % ADDITIONS === 0) {
      for (const [name, entry] of entries) if (entry.expiresAt <= now()) entries.delete(name);
    }
    if (isFull && entries.size >= MOST_ENTRIES) throw new Error("The store of the MCP server is full");
    entries.set(key, { value, expiresAt });
  };
  return {
    get: async (key) => live(key)?.value,
    set: async (key, value, ttlMs) => put(key, value, now() + ttlMs),
    add: async (key, value, ttlMs) => {
      if (live(key) !== undefined) return false;
      put(key, value, now() + ttlMs);
      return true;
    },
    take: async (key) => {
      const value = live(key)?.value;
      entries.delete(key);
      return value;
    },
    delete: async (key) => void entries.delete(key),
    increment: async (key, by, ttlMs) => {
      const entry = live(key);
      const value = Number(entry?.value ?? 0) + by;
      put(key, String(value), entry?.expiresAt ?? now() + ttlMs);
      return value;
    },
  };
}
