import { onAbort } from "./on-abort.ts";

/**
 * Waits for some work, but not beyond a time limit or the caller's signal; leaves neither timer nor listener behind.
 *
 * @param ms the time limit in milliseconds.
 * @returns what the work came to, or why it was not waited for any longer.
 */
export function bounded<Value>(
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
