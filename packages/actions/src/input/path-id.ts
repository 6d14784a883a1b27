import { quote } from "./describe-value.ts";

/** The error message for an id that is not valid in a path. The client rejects the same ids, but calls the field `id`. */
export function pathIdIssue(field: string, given: string): string | undefined {
  const id = given.trim();
  if (/^[\w@.+-]{1,128}$/.test(id) && !/^\.+$/.test(id)) return undefined;
  return `${field} must be 1 to 128 letters, digits or _ @ . + -, not only dots; received ${quote(given)}`;
}
