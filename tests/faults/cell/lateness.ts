/** Measures by how much the machine is late with everything. */
export interface Lateness {
  /** The sum of it so far, in milliseconds. */
  ms(): number;
  stop(): void;
}

const STEP_MS = 10;

/** Begins to measure: a timer that should come every 10 ms comes as late as every other timer of the process. */
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
