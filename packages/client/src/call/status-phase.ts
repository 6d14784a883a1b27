import type { Phase } from "./call-error.ts";

/** What a status says of the request that it answers, whatever becomes of the body. */
export function statusPhase(status: number): Phase {
  if (status >= 200 && status < 300) return "applied_unverified";
  return status >= 400 && status < 500 && status !== 408 ? "rejected" : "unknown";
}
