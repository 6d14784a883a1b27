import type { LookupFunction } from "node:net";

/**
 * A name lookup that fails a given number of times, like the platform's own, and then finds 127.0.0.1. It does not use
 * the resolver of the machine, which takes longer than any test if it cannot reach its servers.
 */
export function failingLookup(code: "ENOTFOUND" | "EAI_AGAIN", failures: number): LookupFunction {
  let left = failures;
  return (hostname, options, callback) => {
    left -= 1;
    if (left >= 0) {
      const error = Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), { code, syscall: "getaddrinfo" });
      setImmediate(callback, error, "", 4);
    } else if (options.all) {
      setImmediate(callback as (error: null, found: object[]) => void, null, [{ address: "127.0.0.1", family: 4 }]);
    } else {
      setImmediate(callback, null, "127.0.0.1", 4);
    }
  };
}
