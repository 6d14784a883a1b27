import { vi } from "vitest";
import { fakeTime } from "./settle.ts";

/**
 * Fakes time, with a clock that also goes on while something blocks: timers that fall due meanwhile fire at its end.
 *
 * @returns blocks for this many milliseconds.
 */
export function blockableTime(): (ms: number) => void {
  fakeTime();
  let blockedUntil = 0;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => Math.max(now(), blockedUntil));
  return (ms) => {
    blockedUntil = performance.now() + ms;
  };
}

/** Resolves when this many milliseconds have passed. */
export function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
