/** Measures the timer delays of the machine. */
export interface Lateness {
  /** The total delay so far, in milliseconds. */
  ms(): number;
  stop(): void;
}

const STEP_MS = 10;

/** Starts measuring: a timer with a period of 10 ms is as late as every other timer of the process. */
export function measureLateness(): Lateness {
  let sum = 0;
  let due = performance.now() + STEP_MS;
  const timer = setInterval(() => {
    sum += Math.max(0, performance.now() - due);
    due = performance.now() + STEP_MS;
  }, STEP_MS).unref();
  return {
    ms: () => sum + Math.max(0, performance.now() - due),
    stop: () => clearInterval(timer),
  };
}
