/** Small values that all instances of the server share, such as used confirmations and counters. All of them expire. */
export interface SharedStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** Stores a value only if the key is free. Returns whether it was free. Atomic. */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Removes a value and returns it. Atomic: only one of two callers receives it. */
  take(key: string): Promise<string | undefined>;
  delete(key: string): Promise<void>;
  /** Adds to a counter that expires `ttlMs` after its first increment, and returns its new value. Atomic. */
  increment(key: string, by: number, ttlMs: number): Promise<number>;
}
