import type { Operation } from "../spec/operation.ts";
import { SlidingWindow } from "./sliding-window.ts";

const SHARED = [
  { requests: 100, windowMs: 1000 },
  { requests: 6000, windowMs: 60_000 },
];

/** The rate limits of a workspace: 100 requests per second and 6,000 per minute for all keys, and those of operations. */
export class WorkspaceLimits {
  readonly #shared = SHARED.map(({ requests, windowMs }) => new SlidingWindow(requests, windowMs));
  readonly #own = new Map<string, SlidingWindow>();

  /** Counts a request if it is within every limit. A rejected request does not count. */
  admit({ id, rateLimit }: Operation, now: number): boolean {
    const windows = [...this.#shared];
    if (rateLimit !== null) windows.push(this.#ownWindow(id, rateLimit));
    if (!windows.every((window) => window.hasRoom(now))) return false;
    for (const window of windows) window.count(now);
    return true;
  }

  #ownWindow(id: string, { requests, windowMs }: NonNullable<Operation["rateLimit"]>): SlidingWindow {
    let window = this.#own.get(id);
    if (window === undefined) {
      window = new SlidingWindow(requests, windowMs);
      this.#own.set(id, window);
    }
    return window;
  }
}
