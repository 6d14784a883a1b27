/** Waits; resolves to false at once when the signal aborts, and leaves neither timer nor listener behind. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (waited: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(waited);
    };
    const onAbort = () => end(false);
    const timer = setTimeout(() => end(true), Math.ceil(ms));
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
