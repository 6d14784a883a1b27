/**
 * Waits for some work, but not beyond a time limit or the caller's signal; leaves neither timer nor listener behind.
 *
 * @param ms the time limit in milliseconds.
 * @returns what the work came to, or why it was not waited for any longer.
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

/** Everything that waits for one signal, behind a single listener. */
interface Waiting {
  readonly runs: Set<() => void>;
  readonly listener: () => void;
}

const bySignal = new WeakMap<AbortSignal, Waiting>();

/**
 * Runs something when a signal is aborted. However many calls share a signal, it has one listener: platforms take more
 * than ten for a leak and warn of it.
 *
 * @returns ends the wait; with the last one the listener goes.
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
