import { isPathId } from "@modulex-instantly/client";
import { quote } from "./describe-value.ts";

/** The error message for an id that is not valid in a path. The client would call the field `id`. */
export function pathIdIssue(field: string, given: string): string | undefined {
  if (isPathId(given.trim())) return undefined;
  return `${field} must be 1 to 128 letters, digits or _ @ . + -, not only dots; received ${quote(given)}`;
}
