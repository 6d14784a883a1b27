import { setImmediate } from "node:timers/promises";
import { vi } from "vitest";

/** Fakes the clocks and timers that the client uses. `setImmediate` stays real so that promises can be drained. */
export function fakeTime(): void {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    now: Date.UTC(2026, 0, 1),
  });
}

/** Runs everything that does not wait for a timer. */
export async function drainPromises(turns = 2): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}

/**
 * Drives fake time from timer to timer until a promise settles.
 *
 * @throws Error when it cannot settle any more: no timer is armed, or ten thousand have fired.
 */
export async function runUntilSettled<Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  let result: PromiseSettledResult<Value> | undefined;
  promise.then(
    (value) => {
      result = { status: "fulfilled", value };
    },
    (reason: unknown) => {
      result = { status: "rejected", reason };
    },
  );
  let idleTurns = 0;
  for (let fired = 0; fired < 10_000; ) {
    await drainPromises();
    if (result !== undefined) return result;
    if (vi.getTimerCount() > 0) {
      vi.advanceTimersToNextTimer();
      fired += 1;
    } else {
      idleTurns += 1;
      if (idleTurns > 5) throw new Error("it never settles: it waits, but no timer is armed");
    }
  }
  throw new Error("it never settles: ten thousand timers have fired");
}

/** Advances fake time and drains promises after each timer. */
export async function advanceTime(ms: number): Promise<void> {
  let isOver = false;
  await drainPromises();
  setTimeout(() => {
    isOver = true;
  }, ms);
  while (!isOver) {
    vi.advanceTimersToNextTimer();
    await drainPromises();
  }
}
