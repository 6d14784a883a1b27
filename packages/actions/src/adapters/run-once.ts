/** How many calls are remembered. */
const MAX_CALLS = 1_000;

/**
 * Makes a function that runs each call once: a repeated call gets the result of the first. LangGraph repeats the calls of
 * a node when one of them was interrupted; without this, an email would be sent again. Without a key, every call runs.
 */
export function runOnce<Result>(): (key: string | undefined, run: () => Promise<Result>) => Promise<Result> {
  const results = new Map<string, Promise<Result>>();
  return (key, run) => {
    const known = key === undefined ? undefined : results.get(key);
    if (known || key === undefined) return known ?? run();
    const result = run();
    results.set(key, result);
    const [oldest] = results.keys();
    if (results.size > MAX_CALLS && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
