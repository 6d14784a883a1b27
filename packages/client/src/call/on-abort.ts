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
