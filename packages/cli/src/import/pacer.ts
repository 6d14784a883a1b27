import { setTimeout as sleep } from "node:timers/promises";

/** How far the turns may lag behind, in milliseconds, before the lost time is given up. */
const MAX_LAG_MS = 200;

/**
 * Spreads calls evenly: turns begin `intervalMs` apart. The limiter of the client alone would send a hundred at once
 * and then none for a second. Where two such bursts meet on their way, the API rejects the second one.
 */
export function createPacer(intervalMs: number): () => Promise<void> {
  let next = performance.now();
  return async () => {
    const now = performance.now();
    next = Math.max(next + intervalMs, now - MAX_LAG_MS);
    if (next > now) await sleep(next - now);
  };
}
