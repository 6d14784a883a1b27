import { invalidRequest } from "./invalid-request.ts";
import type { Operation } from "./operation.ts";

/**
 * Escapes an id for a path, refusing every value that could reach another route: `DELETE /leads` is the bulk delete of
 * this API, so an id that collapses must never get onto the wire.
 *
 * @throws InstantlyError `invalid_request`, before anything is sent.
 */
export function checkedPathId(id: unknown, operation?: Operation): string {
  if (typeof id !== "string") throw invalidRequest(`id must be a string, received ${typeName(id)}`, operation);
  if (id === "") throw invalidRequest("id must not be empty", operation);
  if (!/^[A-Za-z0-9_@.+-]{1,128}$/.test(id) || /^\.+$/.test(id)) {
    throw invalidRequest("id must be 1 to 128 letters, digits or _ @ . + -, and not only dots", operation);
  }
  return encodeURIComponent(id);
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value;
}
