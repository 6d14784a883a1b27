/**
 * Waits for a promise until a time limit or the caller's signal, and leaves no timer or listener behind.
 *
 * @param ms the time limit in milliseconds.
 * @returns the value of the promise, or why the wait ended before.
 */
export function waitFor<Value>(
  work: Promise<Value>,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly value: Value } | "timeout" | "aborted"> {
  return new Promise((resolve, reject) => {
    const abort = () => end(() => resolve("aborted"));
    const ignore = signal && onAbort(signal, abort);
    const timer = setTimeout(() => end(() => resolve("timeout")), Math.ceil(ms));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      ignore?.();
      settle();
    };
    work.then(
      (value) => end(() => resolve({ value })),
      (error) => end(() => reject(error)),
    );
    if (signal?.aborted) abort();
  });
}

/** All functions that wait for one signal, and their common listener. */
interface Waiting {
  readonly runs: Set<() => void>;
  readonly listener: () => void;
}

const bySignal = new WeakMap<AbortSignal, Waiting>();

/**
 * Runs a function when a signal is aborted. All calls that share a signal use one listener, because platforms warn about
 * a leak if there are more than ten.
 *
 * @returns a function that ends the wait. The last one removes the listener.
 */
export function onAbort(signal: AbortSignal, run: () => void): () => void {
  const { runs, listener } = bySignal.get(signal) ?? listenTo(signal);
  runs.add(run);
  return () => {
    runs.delete(run);
    if (runs.size > 0) return;
    signal.removeEventListener("abort", listener);
    bySignal.delete(signal);
  };
}

function listenTo(signal: AbortSignal): Waiting {
  const runs = new Set<() => void>();
  const waiting = {
    runs,
    listener: () => {
      for (const run of runs) run();
    },
  };
  signal.addEventListener("abort", waiting.listener);
  bySignal.set(signal, waiting);
  return waiting;
}
