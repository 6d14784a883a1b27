import { describeValue } from "../errors/describe-value.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";

/** Whether a value can be an id in a path: 1 to 128 letters, digits or `_ @ . + -`, and not only dots. */
export function isPathId(value: unknown): value is string {
  return typeof value === "string" && /^(?!\.+$)[\w@.+-]{1,128}$/.test(value);
}

/**
 * Escapes an id for a path and rejects every value that could reach another route: `DELETE /leads` is the bulk delete of
 * this API, so an id that normalises to an empty segment must never be sent.
 *
 * @throws InstantlyError `invalid_request`, before anything is sent.
 */
export function assertSafePathId(id: unknown, operation?: Operation): string {
  if (!isPathId(id)) {
    throw invalidRequest(
      `id must be 1 to 128 letters, digits or _ @ . + -, not only dots; received ${describeValue(id)}`,
      operation,
    );
  }
  return encodeURIComponent(id);
}
