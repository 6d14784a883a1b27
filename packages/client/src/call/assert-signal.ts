import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";

/** Rejects a value that is not an AbortSignal, such as an AbortController. */
export function assertSignal(signal: AbortSignal, operation?: Operation): void {
  if (typeof signal.aborted !== "boolean" || typeof signal.addEventListener !== "function") {
    throw invalidRequest("signal must be an AbortSignal", operation);
  }
}
